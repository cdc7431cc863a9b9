/** VOL-4: the fields behind a volatile reference are plain. */
class RaceFieldOfVolatileReference {
  static class Box {
    int value;
  }

  static volatile Box box = new Box();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              box.value = 1; // RACE Box.value
            });
    Thread second =
        new Thread(
            () -> {
              int seen = box.value; // RACE Box.value
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
