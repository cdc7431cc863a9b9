/** TERM-1: order is transitive over two joins. */
class NoRaceJoinChain {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    Thread joiner =
        new Thread(
            () -> {
              try {
                t.join();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    t.start();
    joiner.start();
    joiner.join();
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
