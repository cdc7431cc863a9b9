import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** CB-5: who learns of a failed barrier action comes after what the action did. */
class NoRaceBarrierActionFails {
  static int x;

  static final CyclicBarrier BARRIER =
      new CyclicBarrier(
          2,
          () -> {
            x = 1;
            throw new IllegalStateException();
          });

  static void meet() {
    try {
      BARRIER.await();
    } catch (BrokenBarrierException e) {
      x++;
    } catch (IllegalStateException | InterruptedException expected) {
      // the thread that ran the action
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceBarrierActionFails::meet);
    Thread second = new Thread(NoRaceBarrierActionFails::meet);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
