import java.util.concurrent.CountDownLatch;

/** MON-5: a join that timed out says nothing about what the thread did outside of its monitor. */
class RaceJoinInMonitor {
  static final CountDownLatch END = new CountDownLatch(1);

  static class Worker extends Thread {
    int x;

    @Override
    public void run() {
      x = 1; // RACE x
      try {
        END.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Worker worker = new Worker();
    worker.start();
    synchronized (worker) {
      worker.join(20);
    }
    int seen = worker.x; // RACE x
    END.countDown();
    worker.join();
  }
}
