/** FIN-2: behind a field that is not final, the elements race too. */
class RacePublicationOfPlainArray {
  static class Box {
    int[] cells;

    Box() {
      cells = new int[2]; // RACE Box.cells
      cells[1] = 42; // RACE int[]
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
              int[] cells = box.cells; // RACE Box.cells
              int seen = cells == null ? 0 : cells[1]; // RACE int[]
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published

    reader.join();
  }
}
