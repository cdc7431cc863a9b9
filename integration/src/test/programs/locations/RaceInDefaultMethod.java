/** An access in a default method of an interface. */
class RaceInDefaultMethod {
  static class Box {
    int x;
  }

  interface Counting {
    Box box();

    default void inc() {
      box().x++; // RACE Box.x
    }
  }

  public static void main(String[] args) throws Exception {
    Box box = new Box();
    Counting counting = () -> box;
    Thread first =
        new Thread(
            () -> {
              counting.inc();
            });
    Thread second =
        new Thread(
            () -> {
              counting.inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
