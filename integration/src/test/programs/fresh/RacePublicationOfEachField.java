/** FIN-1: each field that a constructor writes races, at its own line. */
class RacePublicationOfEachField {
  static class Box {
    int first;
    long second = 7; // RACE Box.second
    Object third;
    double sum = 1; // RACE Box.sum
    int twice = 1; // RACE Box.twice
    boolean either;
    byte last;

    Box(int n) {
      first = n; // RACE Box.first
      third = "x" + n; // RACE Box.third
      sum += n; // RACE Box.sum
      twice = 2; // RACE Box.twice
      if (n > 3) {
        either = true; // RACE Box.either
      } else {
        either = false;
      }
      last = 1; // RACE Box.last
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
              int first = box.first; // RACE Box.first
              long second = box.second; // RACE Box.second
              Object third = box.third; // RACE Box.third
              double sum = box.sum; // RACE Box.sum
              int twice = box.twice; // RACE Box.twice
              boolean either = box.either; // RACE Box.either
              byte last = box.last; // RACE Box.last
            });
    reader.start();
    Box mine = new Box(4);
    published = mine; // RACE published
    reader.join();
  }
}
