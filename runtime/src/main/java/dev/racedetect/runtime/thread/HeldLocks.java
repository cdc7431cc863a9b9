package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * The locks that a thread holds, and its latest critical sections: from which clock to which it
 * held what. Only the thread itself writes; others read for their reports without a lock and may be
 * a little behind a thread that still runs.
 *
 * <p>Nothing is allocated when a lock is taken or given back, and a reference is written only where
 * it changes: a store of a reference into an old object costs more than all the rest.
 */
final class HeldLocks {
  private static final int SMALLEST = 8;

  /** More entries than this are left behind by locks whose end was not seen. */
  private static final int DEEPEST = 1 << 10;

  private @Nullable LockName[] names = new LockName[4];
  private int[] places = new int[4];
  private int[] since = new int[4];
  private int depth;

  /** Ring of sections that have ended: its length is a power of two. */
  private @Nullable LockName[] endedNames = new LockName[SMALLEST];

  /** Three numbers a section: place, first and last clock. */
  private int[] ended = new int[SMALLEST * 3];

  /** How many sections have ended, modulo {@code 1 << 31}. */
  private int count;

  /** Last clock of the latest section that has left the ring; 0 if none has. */
  private int forgotten;

  /** A lock was taken at a place, within a clock that no access has used yet. */
  void push(LockName name, int place, int clock) {
    int d = depth;
    if (d == names.length) {
      d = deeper();
    }
    if (names[d] != name) {
      names[d] = name;
    }
    places[d] = place;
    since[d] = clock;
    depth = d + 1;
  }

  private int deeper() {
    int d = depth;
    if (d >= DEEPEST) {
      depth = d / 2;
      return depth;
    }
    @Nullable LockName[] n = new LockName[2 * d];
    int[] p = new int[2 * d];
    int[] s = new int[2 * d];
    System.arraycopy(names, 0, n, 0, d);
    System.arraycopy(places, 0, p, 0, d);
    System.arraycopy(since, 0, s, 0, d);
    places = p;
    since = s;
    names = n;
    return d;
  }

  /** The name of the lock taken last, null for none. */
  @Nullable LockName top() {
    int d = depth;
    return d == 0 ? null : names[d - 1];
  }

  /**
   * The newest entry of a lock, null if there is none.
   *
   * @param kind the class of the entry: a lock may be held as a monitor and otherwise
   */
  @Nullable LockName find(Object lock, Class<? extends LockName> kind) {
    for (int i = depth - 1; i >= 0; i--) {
      LockName name = names[i];
      if (name != null && name.getClass() == kind && name.names(lock)) {
        return name;
      }
    }
    return null;
  }

  /**
   * A lock is about to be released.
   *
   * @param lastClock the last clock that an access can have used
   * @param historySize how many sections are remembered at most
   */
  void pop(LockName name, int lastClock, int historySize) {
    int i = depth - 1;
    while (i >= 0 && names[i] != name) {
      i--;
    }
    if (i < 0) {
      return;
    }
    if (lastClock >= since[i]) {
      remember(name, places[i], since[i], lastClock, historySize);
    }
    int above = depth - 1 - i;
    if (above > 0) {
      System.arraycopy(names, i + 1, names, i, above);
      System.arraycopy(places, i + 1, places, i, above);
      System.arraycopy(since, i + 1, since, i, above);
    }
    depth--;
  }

  private void remember(LockName name, int place, int first, int last, int historySize) {
    int length = endedNames.length;
    if (count >= length) {
      if (length < historySize) {
        length = longer();
      } else {
        forgotten = ended[(count & length - 1) * 3 + 2];
      }
    }
    int at = count & length - 1;
    if (endedNames[at] != name) {
      endedNames[at] = name;
    }
    ended[at * 3] = place;
    ended[at * 3 + 1] = first;
    ended[at * 3 + 2] = last;
    count = count + 1 < 0 ? length : count + 1;
  }

  private int longer() {
    int length = 2 * endedNames.length;
    @Nullable LockName[] n = new LockName[length];
    int[] e = new int[length * 3];
    System.arraycopy(endedNames, 0, n, 0, length / 2);
    System.arraycopy(ended, 0, e, 0, length / 2 * 3);
    ended = e;
    endedNames = n;
    return length;
  }

  /** The thread goes on in another slot: what it holds counts from the given clock. */
  void restart(int clock) {
    for (int i = 0; i < depth; i++) {
      since[i] = clock;
    }
  }

  /** The locks held now, newest first. */
  HeldLock[] now() {
    return at(Integer.MAX_VALUE, true);
  }

  /** The locks held within a clock, newest first; null if that was too long ago. */
  HeldLock @Nullable [] at(int clock) {
    return clock <= forgotten ? null : at(clock, false);
  }

  private HeldLock[] at(int clock, boolean now) {
    @Nullable LockName[] n = endedNames;
    int[] e = ended;
    int known = now ? 0 : Math.min(count, Math.min(n.length, e.length / 3));
    int held = Math.min(depth, Math.min(names.length, since.length));
    HeldLock[] found = new HeldLock[known + held];
    int[] starts = new int[known + held];
    int size = 0;
    for (int k = known; k > 0; k--) {
      int i = count - k & n.length - 1;
      LockName name = n[i];
      if (name != null && e[i * 3 + 1] <= clock && e[i * 3 + 2] >= clock) {
        HeldLock lock = new HeldLock(name.description(), e[i * 3]);
        size = insert(found, starts, size, lock, e[i * 3 + 1]);
      }
    }
    for (int i = held - 1; i >= 0; i--) {
      LockName name = names[i];
      if (name != null && since[i] <= clock) {
        HeldLock lock = new HeldLock(name.description(), places[i]);
        size = insert(found, starts, size, lock, since[i]);
      }
    }
    HeldLock[] result = new HeldLock[size];
    System.arraycopy(found, 0, result, 0, size);
    return result;
  }

  /** Newest first; of two that began within the same clock, the one that is met first. */
  private static int insert(HeldLock[] into, int[] starts, int size, HeldLock lock, int start) {
    int i = size;
    for (; i > 0 && starts[i - 1] < start; i--) {
      into[i] = into[i - 1];
      starts[i] = starts[i - 1];
    }
    into[i] = lock;
    starts[i] = start;
    return size + 1;
  }

  /** The thread ends: the history no longer keeps locks alive. */
  void detach() {
    depth = 0;
    names = new LockName[1];
    LockName last = null;
    LockName detached = null;
    @Nullable LockName[] n = endedNames;
    for (int i = 0; i < n.length; i++) {
      LockName name = n[i];
      if (name != null) {
        if (name != last || detached == null) {
          last = name;
          detached = name.detached();
        }
        n[i] = detached;
      }
    }
  }
}
