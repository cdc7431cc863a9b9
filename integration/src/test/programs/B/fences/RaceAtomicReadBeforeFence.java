import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** FEN-2: what comes after the release is not ordered by the fence. */
class RaceAtomicReadBeforeFence {
  static final AtomicInteger FLAG = new AtomicInteger();
  static int x;

  static void writer() {
    FLAG.setRelease(1);
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceAtomicReadBeforeFence::writer);
    t.start();
    while (FLAG.getOpaque() == 0) {
      Thread.onSpinWait();
    }
    VarHandle.acquireFence();
    int seen = x; // RACE x
    t.join();
  }
}
