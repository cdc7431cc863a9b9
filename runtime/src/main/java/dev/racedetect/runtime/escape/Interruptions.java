package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Which threads were told to stop. Whatever a task throws after that is how it stops, even where it
 * does not carry the {@code InterruptedException} as its cause.
 *
 * <p>A worker of a pool was told to stop when its pool was ({@code shutdownNow}); idle workers are
 * interrupted for other reasons too. Any other thread when it was interrupted at any time: may miss
 * what a thread throws that was interrupted for another reason long before.
 */
public final class Interruptions {
  /** Of an interrupted thread, or of a worker. */
  private static final class Mark {
    volatile boolean interrupted;
    volatile @Nullable WeakReference<Object> pool;
  }

  private static final class ByThread extends WeakIdentityMap<Mark> {
    @Override
    protected Mark create(Object key) {
      return new Mark();
    }
  }

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Looked up for the first worker of a pool: the classes are loaded then. */
  private static final class PoolFields {
    static final long CTL = Tasks.offset("java.util.concurrent.ThreadPoolExecutor", "ctl");
    static final long VALUE = Tasks.offset("java.util.concurrent.atomic.AtomicInteger", "value");
  }

  /**
   * The run state from which on a pool interrupts its workers, in the upper bits of its counter.
   */
  private static final int STOP = 1 << 29;

  private static final ByThread MARKS = new ByThread();

  private Interruptions() {}

  /** Before a thread is interrupted. */
  public static void interrupting(Object thread) {
    MARKS.of(thread).interrupted = true;
  }

  /** When the current thread becomes a worker of a pool. */
  public static void works(Object pool) {
    MARKS.of(Thread.currentThread()).pool = new WeakReference<>(pool);
  }

  /** Whether a thread was told to stop. */
  static boolean stops(Thread thread) {
    if (Threads.isInterrupted(thread)) {
      return true;
    }
    Mark mark = MARKS.find(thread);
    if (mark == null) {
      return false;
    }
    WeakReference<Object> worksFor = mark.pool;
    if (worksFor == null) {
      return mark.interrupted;
    }
    Object pool = worksFor.get();
    long offset = pool == null ? -1 : PoolFields.CTL;
    Object counter = pool == null || offset < 0 ? null : UNSAFE.getReference(pool, offset);
    return counter != null
        && PoolFields.VALUE >= 0
        && UNSAFE.getIntVolatile(counter, PoolFields.VALUE) >= STOP;
  }
}
