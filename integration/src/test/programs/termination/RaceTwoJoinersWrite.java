/** TERM-1: two threads that joined a third are not ordered with each other. */
class RaceTwoJoinersWrite {
  static int x;

  static void joinAndWrite(Thread t) {
    try {
      t.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    x++; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(() -> x = 1);
    t.start();
    Thread first =
        new Thread(
            () -> {
              joinAndWrite(t);
            });
    Thread second =
        new Thread(
            () -> {
              joinAndWrite(t);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
