/** FIN-1: an immutable object through a volatile field. */
class NoRaceSafePublication {
  static class Box {
    final int value;

    Box(int value) {
      this.value = value;
    }
  }

  static volatile Box published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Box box;
              while ((box = published) == null) {
                Thread.onSpinWait();
              }
              if (box.value != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new Box(42);
    reader.join();
  }
}
