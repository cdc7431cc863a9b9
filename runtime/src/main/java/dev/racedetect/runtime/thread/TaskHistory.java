package dev.racedetect.runtime.thread;

/**
 * Where the latest tasks of a pool's thread were submitted. Written by that thread only; read by
 * others when a race was found, racily by design: what does not fit together is unknown.
 *
 * <p>A pool's thread releases at the end of each task, so that no clock belongs to two tasks. Only
 * the latest tasks are remembered; for earlier ones the answer is that it is not known.
 */
final class TaskHistory {
  private static final int SIZE = 64;

  private final int[] clocks = new int[SIZE];
  private final int[] contexts = new int[SIZE];
  private volatile int count;

  /**
   * A task begins.
   *
   * @param clock the thread's clock
   * @param used whether the thread has recorded an access within this clock already
   * @param context depot index of the stack that submitted it, 0 if unknown
   */
  void begin(int clock, boolean used, int context) {
    int n = count;
    int last = (n - 1) & SIZE - 1;
    if (n > 0 && clocks[last] == clock) {
      contexts[last] = contexts[last] == context || !used ? context : 0;
      return;
    }
    clocks[n & SIZE - 1] = clock;
    contexts[n & SIZE - 1] = context;
    count = n + 1;
  }

  /** Depot index of the stack that submitted the task of the given clock; 0 if unknown. */
  int at(int clock) {
    int i = indexOf(clock);
    return i < 0 ? 0 : contexts[i];
  }

  /** The clock at which the task of the given clock began; 0 if unknown. */
  int beginOf(int clock) {
    int i = indexOf(clock);
    return i < 0 ? 0 : clocks[i];
  }

  private int indexOf(int clock) {
    int n = count;
    for (int i = n - 1; i >= 0 && i > n - SIZE; i--) {
      if (clocks[i & SIZE - 1] <= clock) {
        return i & SIZE - 1;
      }
    }
    return -1;
  }
}
