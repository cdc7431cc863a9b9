/**
 * FIN-2: the elements behind a final field, written before the end of the constructor, do not race.
 */
class RacePublicationOfFinalArray {
  static class Box {
    final int[] cells = new int[2];

    Box() {
      cells[1] = 42;
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
              if (box.cells[1] != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published

    reader.join();
  }
}
