/** FIN-2: an element behind a final field that is written after the constructor races. */
class RaceFinalArrayWrittenLater {
  static class Box {
    final int[] cells = new int[2];
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
              int seen = box.cells[1]; // RACE int[]
            });
    reader.start();
    Box mine = new Box();
    published = mine; // RACE published
    mine.cells[1] = 42; // RACE int[]
    reader.join();
  }
}
