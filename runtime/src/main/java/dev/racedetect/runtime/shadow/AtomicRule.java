package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * The rule for atomic accesses (opaque and stronger modes of {@link java.lang.invoke.VarHandle}) to
 * a variable that plain accesses may use as well. Atomic accesses never race with one another; with
 * a plain one they do.
 *
 * <p>An atomic write takes the place of the write word, so that later plain accesses are checked
 * against it; an atomic read is recorded like a plain one. The cell remembers which words are
 * atomic. A plain read that a successful compare-and-set meets is not reported.
 */
final class AtomicRule {
  private AtomicRule() {}

  /** Whether an atomic read by the thread would find nothing to check or to record. */
  static boolean recorded(Variable at, ThreadState thread) {
    long write = at.writeWord();
    return Epoch.same(write, thread.epoch)
        || (write == 0 || thread.covers(write)) && at.onlyReader(thread.epoch);
  }

  /** An atomic read, after what it acquires was acquired. */
  static void read(Variable at, AtomicCell cell, ThreadState thread, long context, int site) {
    long word = thread.epoch | ContextDepot.index(thread, context, site);
    if (Periods.SAMPLED) {
      // Before anything is recorded: see ThreadState.recordedEpoch().
      thread.dirty = true;
    }
    if (cell.noteRead(word)) {
      thread.dirty = true;
      at.noteRead(thread, word);
    }
    long write;
    synchronized (cell) {
      write = at.writeWord();
      if (write == cell.lastWrite) {
        return;
      }
    }
    if (write != 0 && !thread.covers(write)) {
      RaceReporter.race(at, thread, "read", site, write, "write");
    }
  }

  /** An atomic write that is going to happen, before what it releases is released. */
  static void write(Variable at, AtomicCell cell, ThreadState thread, long context, int site) {
    long word = thread.epoch | ContextDepot.index(thread, context, site);
    thread.dirty = true;
    long unordered = 0;
    synchronized (cell) {
      for (; ; ) {
        long write = at.writeWord();
        boolean plain = write != 0 && write != cell.lastWrite;
        if (plain && Epoch.same(write, word)) {
          break;
        }
        if (plain && !thread.covers(write)) {
          unordered = write;
        }
        if (at.replaceWrite(write, word)) {
          cell.lastWrite = word;
          break;
        }
      }
    }
    if (unordered != 0) {
      RaceReporter.race(at, thread, "write", site, unordered, "write");
    }
    reads(at, cell, thread, site);
  }

  private static void reads(Variable at, AtomicCell cell, ThreadState thread, int site) {
    for (long reader : at.readers()) {
      if (!thread.covers(reader) && !cell.isAtomicRead(reader)) {
        RaceReporter.race(at, thread, "write", site, reader, "read");
        return;
      }
    }
  }

  /**
   * An atomic write that was made. Only recorded, and only over what happens-before it or is atomic
   * itself: others may have come after it already.
   *
   * @param epoch the epoch that the thread published, or would have, at the operation
   */
  static void written(
      Variable at, AtomicCell cell, ThreadState thread, long epoch, long context, int site) {
    long word = epoch | ContextDepot.index(thread, context, site);
    synchronized (cell) {
      long write = at.writeWord();
      if ((write == 0 || write == cell.lastWrite || thread.covers(write))
          && at.replaceWrite(write, word)) {
        cell.lastWrite = word;
      }
    }
  }
}
