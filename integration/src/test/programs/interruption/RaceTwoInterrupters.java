/** INT-1: two threads that interrupt a third are not ordered with each other. */
class RaceTwoInterrupters {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                return;
              }
            });
    t.start();
    Thread first =
        new Thread(
            () -> {
              x++; // RACE x
              t.interrupt();
            });
    Thread second =
        new Thread(
            () -> {
              x++; // RACE x
              t.interrupt();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    t.join();
  }
}
