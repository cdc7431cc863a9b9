import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** FEN-2: an opaque read of an atomic object, and an acquire fence behind it. */
class NoRaceAtomicReadBeforeFence {
  static final AtomicInteger FLAG = new AtomicInteger();
  static int x;

  static void writer() {
    x = 1;
    FLAG.setRelease(1);
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceAtomicReadBeforeFence::writer);
    t.start();
    while (FLAG.getOpaque() == 0) {
      Thread.onSpinWait();
    }
    VarHandle.acquireFence();
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
