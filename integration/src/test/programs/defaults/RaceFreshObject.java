/** DEF-1: an object without any write, published by a race: only the publication is reported. */
class RaceFreshObject {
  static class Box {
    int value;
    int[] cells;
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
              if (box.value != 0 || box.cells != null) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new Box(); // RACE published
    reader.join();
  }
}
