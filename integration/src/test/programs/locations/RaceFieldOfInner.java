/** A private field of an inner class, accessed from outside. */
class RaceFieldOfInner {
  class Inner {
    private int x;

    void inc() {
      x++; // RACE Inner.x
    }
  }

  public static void main(String[] args) throws Exception {
    Inner inner = new RaceFieldOfInner().new Inner();
    Thread first =
        new Thread(
            () -> {
              inner.inc();
            });
    Thread second =
        new Thread(
            () -> {
              inner.x++; // RACE Inner.x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
