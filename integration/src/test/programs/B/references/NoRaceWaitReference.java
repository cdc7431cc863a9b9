/** MON-4 through a method reference: wait gives up the monitor and has it again. */
class NoRaceWaitReference {
  interface Waiting {
    void await() throws InterruptedException;
  }

  int x;
  boolean done;

  public static void main(String[] args) throws Exception {
    NoRaceWaitReference o = new NoRaceWaitReference();
    Thread first =
        new Thread(
            () -> {
              synchronized (o) {
                o.x = 1;
                o.done = true;
                o.notifyAll();
              }
            });
    Thread second =
        new Thread(
            () -> {
              Waiting waiting = o::wait;
              synchronized (o) {
                try {
                  while (!o.done) {
                    waiting.await();
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                if (o.x != 1) {
                  throw new AssertionError();
                }
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
