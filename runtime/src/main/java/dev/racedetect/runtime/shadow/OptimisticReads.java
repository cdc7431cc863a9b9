package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The reads of an optimistic section of a {@code StampedLock}, which count only once the section is
 * validated, and then only against writes that came before them: an optimistic reader is not
 * ordered before a later writer (catalogue C3). They are not entered in the read history.
 *
 * <p>A section that is never validated consists of ordinary reads; they are checked and entered
 * when that becomes known, as long as the thread's clock has not advanced. A later clock would say
 * too little of what they are ordered before; then such a read may be missed.
 */
public final class OptimisticReads {
  /** A section with more reads than this is taken for one that nobody validates. */
  private static final int LIMIT = 4096;

  /** After a validation, this many reads are taken for the rest of the section. */
  private static final int CONFIRMED_LIMIT = 64;

  /**
   * A read.
   *
   * @param write the variable's write word
   * @param raced whether that write did not happen-before it
   * @param word that of the read itself
   */
  private record Read(Variable at, long write, boolean raced, long word, int site) {}

  private final Object lock;
  private final long stamp;

  /** What writers had released when the section began; null if none had. */
  private final @Nullable Snapshot writers;

  private Read[] reads = new Read[8];
  private int count;

  /** Whether it was validated: what follows belongs to it if it is validated once more. */
  private boolean confirmed;

  private OptimisticReads(Object lock, long stamp, @Nullable Snapshot writers) {
    this.lock = lock;
    this.stamp = stamp;
    this.writers = writers;
  }

  /**
   * Begins a section; one that is open ends without validation.
   *
   * @param writers what the lock's writers have released; null for nothing
   */
  public static void begin(
      ThreadState thread, Object lock, long stamp, @Nullable Snapshot writers) {
    abandon(thread);
    thread.optimistic = new OptimisticReads(lock, stamp, writers);
  }

  /** The section of a lock and stamp was validated, or not; it may go on and be validated again. */
  public static void validated(ThreadState thread, Object lock, long stamp, boolean valid) {
    if (thread.optimistic instanceof OptimisticReads section
        && section.lock == lock
        && section.stamp == stamp) {
      if (valid) {
        section.confirm(thread);
      } else {
        thread.optimistic = null;
      }
    }
  }

  private void confirm(ThreadState thread) {
    if (writers != null) {
      thread.acquire(writers);
    }
    if (inPeriod(thread)) {
      for (int i = 0; i < count; i++) {
        Read read = reads[i];
        if (read.raced && !thread.covers(read.write)) {
          report(thread, read, read.write);
        }
      }
    }
    count = 0;
    confirmed = true;
  }

  /** The thread synchronises: what a validated section has read since is ordinary. */
  public static void settle(ThreadState thread) {
    if (thread.optimistic instanceof OptimisticReads section && section.confirmed) {
      abandon(thread);
    }
  }

  /** The thread does something with the lock that ends an open section of it. */
  public static void end(ThreadState thread, Object lock) {
    if (thread.optimistic instanceof OptimisticReads section && section.lock == lock) {
      abandon(thread);
    }
  }

  /** An open section ends without validation. */
  public static void abandon(ThreadState thread) {
    if (thread.optimistic instanceof OptimisticReads section) {
      thread.optimistic = null;
      section.replay(thread);
    }
  }

  /**
   * A read while a section is open.
   *
   * @param write the variable's write word
   */
  static void note(ThreadState thread, Variable at, long write, long context, int site) {
    if (thread.optimistic instanceof OptimisticReads section) {
      boolean raced = write != 0 && !thread.covers(write);
      long word = thread.epoch | ContextDepot.index(thread, context, site);
      section.add(new Read(at, write, raced, word, site));
      if (section.count >= (section.confirmed ? CONFIRMED_LIMIT : LIMIT)) {
        abandon(thread);
      }
    }
  }

  private void add(Read read) {
    if (count == reads.length) {
      Read[] longer = new Read[count * 2];
      System.arraycopy(reads, 0, longer, 0, count);
      reads = longer;
    }
    reads[count++] = read;
  }

  private void replay(ThreadState thread) {
    if (!inPeriod(thread)) {
      return;
    }
    for (int i = 0; i < count; i++) {
      Read read = reads[i];
      if (read.raced && !(Periods.SAMPLED && thread.covers(read.write))) {
        report(thread, read, read.write);
      } else if (Epoch.same(read.word, thread.epoch)) {
        thread.dirty = true;
        read.at.noteRead(thread, read.word);
        long write = read.at.writeWord();
        if (write != 0 && !thread.covers(write)) {
          report(thread, read, write);
        }
      }
    }
  }

  /**
   * Whether a sampling period is on, which the thread has come into. In another one than that of a
   * read its stack is gone; the thread covers all of that one then.
   */
  private static boolean inPeriod(ThreadState thread) {
    return !Periods.SAMPLED || ThreadState.current() == thread;
  }

  private static void report(ThreadState thread, Read read, long write) {
    StackTraceElement[] stack = ContextDepot.frames(Epoch.context(read.word));
    RaceReporter.race(read.at, thread, "read", read.site, write, "write", stack);
  }
}
