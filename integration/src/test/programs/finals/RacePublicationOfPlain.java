/** FIN-1: without final, the field races as the publication does. */
class RacePublicationOfPlain {
  static class Box {
    int value;

    Box() {
      value = 42; // RACE Box.value
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
              int seen = box.value; // RACE Box.value
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published

    reader.join();
  }
}
