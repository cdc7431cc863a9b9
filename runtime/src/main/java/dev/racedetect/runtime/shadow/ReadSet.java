package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The readers of a read-shared location: at most one word for each slot. A reader replaces its own
 * word in place; a new reader copies the array and drops words that happen-before its own, which
 * keeps the set as small as the number of readers that are really concurrent.
 *
 * <p>An in-place update that meets a copy may be lost. The older word of the same thread stays then;
 * it is covered by whoever covers the newer one, so a race can be missed but none invented.
 */
final class ReadSet {
  private static final VarHandle WORDS;

  static {
    try {
      WORDS = MethodHandles.lookup().findVarHandle(ReadSet.class, "words", long[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long[] words;

  ReadSet(long first) {
    words = new long[] {first};
  }

  /** The words of all readers. Not to be changed. */
  long[] words() {
    return words;
  }

  /** Adds or renews the thread's word. */
  void add(ThreadState thread, long word) {
    int slot = Epoch.slot(word);
    for (; ; ) {
      long[] old = words;
      int kept = 0;
      for (int i = 0; i < old.length; i++) {
        if (Epoch.slot(old[i]) == slot) {
          if (!Epoch.same(old[i], word)) {
            old[i] = word;
          }
          return;
        }
        if (!thread.covers(old[i])) {
          kept++;
        }
      }
      long[] wider = new long[kept + 1];
      int n = 0;
      for (int i = 0; i < old.length && n < kept; i++) {
        if (!thread.covers(old[i])) {
          wider[n++] = old[i];
        }
      }
      wider[n] = word;
      if (WORDS.compareAndSet(this, old, n == kept ? wider : trimmed(wider, n + 1))) {
        return;
      }
    }
  }

  private static long[] trimmed(long[] words, int length) {
    long[] shorter = new long[length];
    System.arraycopy(words, 0, shorter, 0, length);
    return shorter;
  }
}
