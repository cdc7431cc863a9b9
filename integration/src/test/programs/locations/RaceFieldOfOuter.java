/** A private field of the outer class, accessed from inner classes and lambdas. */
class RaceFieldOfOuter {
  private int x;

  class Inner {
    void inc() {
      x++; // RACE RaceFieldOfOuter.x
    }
  }

  public static void main(String[] args) throws Exception {
    RaceFieldOfOuter o = new RaceFieldOfOuter();
    Inner inner = o.new Inner();
    Thread first =
        new Thread(
            () -> {
              inner.inc();
            });
    Thread second =
        new Thread(
            () -> {
              o.x++; // RACE RaceFieldOfOuter.x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
