import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** FEN-1: what comes after the fence is not released by it. */
class RaceAtomicWriteAfterFence {
  static final AtomicIntegerArray FLAGS = new AtomicIntegerArray(2);
  static int x;

  static void writer() {
    VarHandle.releaseFence();
    FLAGS.setOpaque(1, 1);
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceAtomicWriteAfterFence::writer);
    t.start();
    while (FLAGS.getAcquire(1) == 0) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
