package dev.racedetect.runtime.context;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * Stacks of earlier accesses, by the index that fits into a shadow word.
 *
 * <p>The key is the thread's probabilistic calling context (Bond and McKinley, OOPSLA 2007) together
 * with the access site. The real stack is captured once for each distinct key. A site that is
 * reached on more than {@value #PATHS_PER_SITE} call paths gets one further index that stands for
 * all other paths: its stack is the part that all captured paths of the site have in common (the
 * access itself is always exact).
 */
public final class ContextDepot {
  /** How many call paths to one access site are told apart. */
  private static final int PATHS_PER_SITE = 64;

  private static final int CACHE = 1 << 9;

  /** Open addressing; 0 is an empty key. Replaced under the class lock, read without it. */
  private static volatile Table table = new Table(1 << 12);

  /** Guarded by the class lock. Index 0 is the unknown context. */
  private static ContextTrace[] traces = new ContextTrace[1 << 12];

  private static int count = 1;

  /** Captured paths of each site; guarded by the class lock. */
  private static int[] paths = new int[1 << 12];

  private static final class Table {
    final long[] keys;
    final int[] values;

    Table(int length) {
      keys = new long[length];
      values = new int[length];
    }
  }

  private ContextDepot() {}

  /**
   * The index for an access at a site in a calling context; captures the stack if it is new.
   *
   * @param site id of the access site, 0 for events of the runtime itself
   */
  public static int index(ThreadState thread, long context, int site) {
    long key = (context + site) * 0x9E3779B97F4A7C15L ^ (long) site << 32 | 1;
    int at = (int) (key >>> 40) & CACHE - 1;
    long[] keys = thread.contextKeys;
    if (keys == null) {
      keys = new long[CACHE];
      thread.contextKeys = keys;
      thread.contextValues = new int[CACHE];
    }
    if (keys[at] == key) {
      return thread.contextValues[at];
    }
    int index = find(table, key);
    if (index == 0) {
      index = capture(thread, key, site);
    }
    keys[at] = key;
    thread.contextValues[at] = index;
    return index;
  }

  private static int find(Table t, long key) {
    int mask = t.keys.length - 1;
    for (int i = (int) (key >>> 20) & mask; t.keys[i] != 0; i = i + 1 & mask) {
      if (t.keys[i] == key) {
        return t.values[i];
      }
    }
    return 0;
  }

  private static int capture(ThreadState thread, long key, int site) {
    thread.mute++;
    try {
      return insert(key, site, new ContextTrace(site));
    } finally {
      thread.mute--;
    }
  }

  private static synchronized int insert(long key, int site, ContextTrace trace) {
    int known = find(table, key);
    if (known != 0) {
      return known;
    }
    if (site >= paths.length) {
      int[] wider = new int[Math.max(site + 1, paths.length * 2)];
      System.arraycopy(paths, 0, wider, 0, paths.length);
      paths = wider;
    }
    if (count > Epoch.MAX_CONTEXT) {
      return 0;
    }
    if (site != 0 && ++paths[site] > PATHS_PER_SITE) {
      return otherPaths(site, trace);
    }
    int index = add(trace);
    put(key, index);
    return index;
  }

  /** The index that stands for all paths of a site beyond those that are told apart. */
  private static int otherPaths(int site, ContextTrace trace) {
    paths[site] = PATHS_PER_SITE;
    long key = (long) site << 32 | 1;
    int index = find(table, key);
    if (index == 0) {
      trace.setStackTrace(commonPart(site, trace.getStackTrace()));
      index = add(trace);
      put(key, index);
    }
    return index;
  }

  private static StackTraceElement[] commonPart(int site, StackTraceElement[] frames) {
    int common = frames.length;
    for (int i = 1; i < count; i++) {
      if (traces[i].site == site) {
        StackTraceElement[] other = traces[i].getStackTrace();
        int same = 0;
        while (same < common && same < other.length && same(frames[same], other[same])) {
          same++;
        }
        common = same;
      }
    }
    StackTraceElement[] part = new StackTraceElement[common];
    System.arraycopy(frames, 0, part, 0, common);
    return part;
  }

  private static boolean same(StackTraceElement a, StackTraceElement b) {
    return a.getLineNumber() == b.getLineNumber()
        && a.getMethodName().equals(b.getMethodName())
        && a.getClassName().equals(b.getClassName());
  }

  private static int add(ContextTrace trace) {
    if (count == traces.length) {
      ContextTrace[] wider = new ContextTrace[count * 2];
      System.arraycopy(traces, 0, wider, 0, count);
      traces = wider;
    }
    traces[count] = trace;
    return count++;
  }

  private static void put(long key, int index) {
    Table t = table;
    if (count * 2 > t.keys.length) {
      Table wider = new Table(t.keys.length * 2);
      for (int i = 0; i < t.keys.length; i++) {
        if (t.keys[i] != 0) {
          store(wider, t.keys[i], t.values[i]);
        }
      }
      t = wider;
      store(t, key, index);
      table = t;
    } else {
      store(t, key, index);
    }
  }

  private static void store(Table t, long key, int index) {
    int mask = t.keys.length - 1;
    int i = (int) (key >>> 20) & mask;
    while (t.keys[i] != 0) {
      i = i + 1 & mask;
    }
    t.values[i] = index;
    java.lang.invoke.VarHandle.releaseFence();
    t.keys[i] = key;
  }

  /** The frames of an index, innermost first; empty if the index is 0. */
  public static synchronized StackTraceElement[] frames(int index) {
    ContextTrace trace = index <= 0 || index >= count ? null : traces[index];
    return trace == null ? new StackTraceElement[0] : trace.getStackTrace();
  }
}
