import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** FEN-1: a release fence, and an opaque write of an element of an atomic array behind it. */
class NoRaceAtomicWriteAfterFence {
  static final AtomicIntegerArray FLAGS = new AtomicIntegerArray(2);
  static int x;

  static void writer() {
    x = 1;
    VarHandle.releaseFence();
    FLAGS.setOpaque(1, 1);
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceAtomicWriteAfterFence::writer);
    t.start();
    while (FLAGS.getAcquire(1) == 0) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
