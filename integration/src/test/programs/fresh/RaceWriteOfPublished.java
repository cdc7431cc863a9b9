/** FIN-1: a write by who got the object by a race, to fields that a constructor has written. */
class RaceWriteOfPublished {
  static class Box {
    int first;
    int second;

    Box(int n) {
      first = n; // RACE Box.first
      second = n; // RACE Box.second
    }
  }

  static Box published;

  static void nap() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Box box;
              while ((box = published) == null) { // RACE published
                nap();
              }
              box.first = 5; // RACE Box.first
              box.second++; // RACE Box.second
            });
    reader.start();
    Box mine = new Box(4);
    published = mine; // RACE published
    reader.join();
  }
}
