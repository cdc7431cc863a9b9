import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-8: a queue with room for one is a lock. */
class NoRaceQueueAsLock {
  static int x;

  public static void main(String[] args) throws Exception {
    for (BlockingQueue<Object> queue :
        List.<BlockingQueue<Object>>of(
            new ArrayBlockingQueue<>(1),
            new LinkedBlockingQueue<>(1),
            new LinkedBlockingDeque<>(1))) {
      Thread[] threads = new Thread[3];
      for (int k = 0; k < 3; k++) {
        threads[k] =
            new Thread(
                () -> {
                  try {
                    for (int i = 0; i < 50; i++) {
                      queue.put("token");
                      x++;
                      queue.take();
                    }
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
        threads[k].start();
      }
      for (Thread t : threads) {
        t.join();
      }
    }
    if (x != 450) {
      throw new AssertionError(x);
    }
  }
}
