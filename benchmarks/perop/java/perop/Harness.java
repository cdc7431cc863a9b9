package perop;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Measures one operation at a time: warm-up, then the best of several batches.
 *
 * <p>A batch calls the operation's body many times and the body does about a thousand operations.
 * So the body is compiled as a method (not only as a loop replaced on the stack), and what is paid
 * once a method call hardly counts.
 */
final class Harness {
  /** A loop of operations. Its result keeps the compiler from dropping the loop. */
  interface Body {
    long run() throws Exception;
  }

  /** Whose processor time counts. */
  enum Clock {
    /** The measuring thread's own: leaves the compiler's and the collector's threads out. */
    THREAD(30, 7),
    /** The whole process's, in steps of 10 ms: for operations that other threads carry out. */
    PROCESS(400, 3);

    /** Nanoseconds of one batch, long against the clock's step. */
    final long batchNanos;

    /** How many batches there are; the best counts. */
    final int batches;

    Clock(int batchMillis, int batches) {
      this.batchNanos = batchMillis * 1_000_000L;
      this.batches = batches;
    }
  }

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long warmUpNanos;
  private final List<String> names;
  private long sink;

  /**
   * A harness.
   *
   * @param warmUpMillis how long each operation is run before it is measured
   * @param names the operations to measure, all if empty
   */
  Harness(int warmUpMillis, List<String> names) {
    this.warmUpNanos = warmUpMillis * 1_000_000L;
    this.names = names;
  }

  /**
   * Measures a body of {@code ops} operations on the measuring thread's clock and prints the
   * result.
   */
  void measure(String name, int ops, Body body) throws Exception {
    measure(name, ops, Clock.THREAD, body);
  }

  /** Measures a body of {@code ops} operations and prints the result. */
  void measure(String name, int ops, Clock clock, Body body) throws Exception {
    if (!names.isEmpty() && !names.contains(name)) {
      return;
    }
    long runs = 0;
    long begin = System.nanoTime();
    do {
      sink += body.run();
      runs++;
    } while (System.nanoTime() - begin < warmUpNanos);
    // The last part of the warm-up alone tells how long a compiled run takes.
    long again = Math.max(1, runs / 8);
    begin = System.nanoTime();
    for (long i = 0; i < again; i++) {
      sink += body.run();
    }
    long each = Math.max(1, (System.nanoTime() - begin) / again);
    long batch = Math.max(1, clock.batchNanos / each);
    long best = Long.MAX_VALUE;
    for (int b = 0; b < clock.batches; b++) {
      long started = now(clock);
      for (long i = 0; i < batch; i++) {
        sink += body.run();
      }
      best = Math.min(best, now(clock) - started);
    }
    System.out.println(name + " " + Math.round(100.0 * best / batch / ops) / 100.0);
  }

  private long now(Clock clock) {
    return clock == Clock.THREAD ? threads.getCurrentThreadCpuTime() : system.getProcessCpuTime();
  }
}
