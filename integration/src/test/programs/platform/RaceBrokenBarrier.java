import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** CB-4: a barrier that broke orders nothing. */
class RaceBrokenBarrier {
  static final CyclicBarrier BARRIER = new CyclicBarrier(3);
  static int x;

  static void meet(int milliseconds) {
    x++; // RACE x
    try {
      BARRIER.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      x++; // RACE x
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(() -> meet(100));
    Thread second = new Thread(() -> meet(5000));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
