import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;

/** SW-1: what follows the posting is not ordered before the dispatching. */
class RaceEventQueue {
  static int x;

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    CountDownLatch done = new CountDownLatch(1);
    EventQueue.invokeLater(
        () -> {
          x++; // RACE x
          done.countDown();
        });
    x++; // RACE x
    done.await();
  }
}
