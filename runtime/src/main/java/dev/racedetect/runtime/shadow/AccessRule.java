package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * FastTrack's rule for one field, part of a collection or element with words of its own: a write
 * word, a read word and, when reads are shared, a set of readers (Flanagan and Freund, PLDI 2009;
 * the order of the steps as in VerifiedFT, PPoPP 2018).
 *
 * <p>A reader stores its word and then looks at the write word again; a writer stores its word and
 * then looks at the read word again. So of two simultaneous conflicting accesses at least one sees
 * the other. Emitted code skips all of this when the read or write word already has the thread's
 * epoch; a stale value there is harmless, because whoever replaced it checked against it.
 */
final class AccessRule {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Serialise the changes between a single reader and a set of readers. */
  private static final Object[] LOCKS = newLocks();

  private AccessRule() {}

  private static Object[] newLocks() {
    Object[] locks = new Object[64];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new Object();
    }
    return locks;
  }

  /** What {@link #commonRead} and {@link #commonWrite} say: nothing is left to be done. */
  static final int DONE = 0;

  /** Nothing was done: the whole rule has to be applied. */
  static final int UNCOMMON = 1;

  /** The access is noted, and meanwhile somebody has changed the other word. */
  static final int CHANGED = 2;

  /**
   * A read where both words are covered by the thread's clock and no set of readers is involved:
   * the same as {@link #read}, without an object for the variable.
   */
  @ForceInline
  static int commonRead(
      Object base, long writeOffset, long readOffset, ThreadState thread, long context, int site) {
    long write = UNSAFE.getLongVolatile(base, writeOffset);
    long read = UNSAFE.getLongVolatile(base, readOffset);
    if (thread.optimistic != null
        || read == Epoch.READ_SHARED
        || !thread.covers(write)
        || !thread.covers(read)) {
      return UNCOMMON;
    }
    thread.dirty = true;
    long word = thread.epoch | ContextDepot.index(thread, context, site);
    if (!UNSAFE.compareAndSetLong(base, readOffset, read, word)) {
      return UNCOMMON;
    }
    return UNSAFE.getLongVolatile(base, writeOffset) == write ? DONE : CHANGED;
  }

  /** A write, as {@link #commonRead}. */
  @ForceInline
  static int commonWrite(
      Object base, long writeOffset, long readOffset, ThreadState thread, long context, int site) {
    long write = UNSAFE.getLongVolatile(base, writeOffset);
    long read = UNSAFE.getLongVolatile(base, readOffset);
    if (read == Epoch.READ_SHARED || !thread.covers(write) || !thread.covers(read)) {
      return UNCOMMON;
    }
    thread.dirty = true;
    long word = thread.epoch | ContextDepot.index(thread, context, site);
    if (!UNSAFE.compareAndSetLong(base, writeOffset, write, word)) {
      return UNCOMMON;
    }
    return UNSAFE.getLongVolatile(base, readOffset) == read ? DONE : CHANGED;
  }

  /**
   * The rest of a read.
   *
   * @param outcome of {@link #commonRead}, not {@link #DONE}
   */
  @DontInline
  static boolean finishRead(
      int outcome, WordVariable at, ThreadState thread, long context, int site) {
    return outcome == CHANGED
        ? racesWithWriter(at, 0, thread, site)
        : read(at, thread, context, site);
  }

  /** The rest of a write, as {@link #finishRead}. */
  @DontInline
  static boolean finishWrite(
      int outcome, WordVariable at, ThreadState thread, long context, int site) {
    return outcome == CHANGED
        ? racesWithReaders(at, thread, site)
        : write(at, thread, context, site);
  }

  /**
   * A read of the location by the thread.
   *
   * @return whether it races with an earlier write
   */
  static boolean read(WordVariable at, ThreadState thread, long context, int site) {
    if (thread.unheard()) {
      return false;
    }
    long epoch = thread.epoch;
    Object base = at.base;
    long write = UNSAFE.getLongVolatile(base, at.writeOffset);
    if (thread.optimistic != null) {
      OptimisticReads.note(thread, at, write, context, site);
      return false;
    }
    long read = UNSAFE.getLongVolatile(base, at.readOffset);
    if (Epoch.same(write, epoch) || Epoch.same(read, epoch)) {
      return false;
    }
    boolean races = false;
    if (write != 0 && !thread.covers(write)) {
      races = RaceReporter.race(at, thread, "read", site, write, "write");
    }
    ReadSet shared = read == Epoch.READ_SHARED ? readers(at) : null;
    if (shared != null && shared.contains(epoch)) {
      return races;
    }
    thread.dirty = true;
    long word = epoch | ContextDepot.index(thread, context, site);
    noteRead(at, thread, word);
    races |= racesWithWriter(at, write, thread, site);
    return races;
  }

  /**
   * Whether a read that is noted races with the last write.
   *
   * @param known a write word that was looked at before
   */
  private static boolean racesWithWriter(
      WordVariable at, long known, ThreadState thread, int site) {
    long write = UNSAFE.getLongVolatile(at.base, at.writeOffset);
    return write != known
        && write != 0
        && !thread.covers(write)
        && RaceReporter.race(at, thread, "read", site, write, "write");
  }

  /** Stores the word of a read beside or in place of those of earlier ones. */
  static void noteRead(WordVariable at, ThreadState thread, long word) {
    Object base = at.base;
    long read = UNSAFE.getLongVolatile(base, at.readOffset);
    for (; ; ) {
      if (read == Epoch.READ_SHARED) {
        ReadSet set = readers(at);
        if (set != null && add(at, set, thread, word)) {
          break;
        }
      } else if (read == 0 || thread.covers(read)) {
        if (UNSAFE.compareAndSetLong(base, at.readOffset, read, word)) {
          break;
        }
      } else {
        share(at, thread, read);
      }
      read = UNSAFE.getLongVolatile(base, at.readOffset);
    }
  }

  /**
   * A write of the location by the thread.
   *
   * @return whether it races with an earlier access
   */
  static boolean write(WordVariable at, ThreadState thread, long context, int site) {
    if (thread.unheard()) {
      return false;
    }
    long epoch = thread.epoch;
    Object base = at.base;
    long write = UNSAFE.getLongVolatile(base, at.writeOffset);
    if (Epoch.same(write, epoch)) {
      return false;
    }
    boolean races = false;
    long word = epoch | ContextDepot.index(thread, context, site);
    thread.dirty = true;
    for (; ; ) {
      if (write != 0 && !thread.covers(write)) {
        races |= RaceReporter.race(at, thread, "write", site, write, "write");
      }
      if (UNSAFE.compareAndSetLong(base, at.writeOffset, write, word)) {
        break;
      }
      write = UNSAFE.getLongVolatile(base, at.writeOffset);
    }
    races |= racesWithReaders(at, thread, site);
    return races;
  }

  /** Whether a write that is noted races with a read. */
  private static boolean racesWithReaders(WordVariable at, ThreadState thread, int site) {
    long read = UNSAFE.getLongVolatile(at.base, at.readOffset);
    if (read == Epoch.READ_SHARED) {
      return unshare(at, thread, site);
    }
    return read != 0
        && !thread.covers(read)
        && RaceReporter.race(at, thread, "write", site, read, "read");
  }

  /** The set of readers; null if there is none (any more). */
  private static @Nullable ReadSet readers(WordVariable at) {
    return (ReadSet) UNSAFE.getReferenceVolatile(at.setBase(), at.setOffset);
  }

  /** Adds a reader; false if it has to be tried again. */
  private static boolean add(WordVariable at, ReadSet set, ThreadState thread, long word) {
    if (!set.common) {
      set.add(thread, word);
      return true;
    }
    return UNSAFE.compareAndSetReference(
            at.setBase(), at.setOffset, set, ReadSets.with(thread, set, word))
        && UNSAFE.getLongVolatile(at.base, at.readOffset) == Epoch.READ_SHARED;
  }

  /** From one reader to a set of readers. */
  private static void share(WordVariable at, ThreadState thread, long read) {
    synchronized (lock(at)) {
      if (UNSAFE.getLongVolatile(at.base, at.readOffset) == read) {
        UNSAFE.putReferenceVolatile(at.setBase(), at.setOffset, ReadSets.single(thread, read));
        UNSAFE.compareAndSetLong(at.base, at.readOffset, read, Epoch.READ_SHARED);
      }
    }
  }

  /** Checks a write against all readers and, as it now dominates them, forgets them. */
  private static boolean unshare(WordVariable at, ThreadState thread, int site) {
    @Nullable ReadSet set;
    synchronized (lock(at)) {
      set = readers(at);
      if (UNSAFE.compareAndSetLong(at.base, at.readOffset, Epoch.READ_SHARED, 0)) {
        UNSAFE.putReferenceVolatile(at.setBase(), at.setOffset, null);
      }
    }
    if (set != null) {
      long[] readers = set.words();
      for (int i = 0; i < readers.length; i++) {
        if (!thread.covers(readers[i])) {
          return RaceReporter.race(at, thread, "write", site, readers[i], "read");
        }
      }
    }
    return false;
  }

  private static Object lock(WordVariable at) {
    int hash = System.identityHashCode(at.base) * 31 + (int) (at.readOffset >>> 3);
    return LOCKS[hash & LOCKS.length - 1];
  }
}
