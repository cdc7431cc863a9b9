package dev.racedetect.runtime.context;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * Stacks of earlier accesses, by the index that fits into a shadow word.
 *
 * <p>The key is the thread's probabilistic calling context (Bond and McKinley, OOPSLA 2007)
 * together with the access site. The real stack is captured once for each distinct key. A site that
 * is reached on more call paths than are told apart gets one further index that stands for all
 * other paths: its stack is the part that the captured paths of the site have in common (the access
 * itself is always exact). As the depot fills up, with contexts or with frames, fewer paths are
 * told apart, and of deep stacks the innermost {@value #SHORT} frames are kept. Events of the
 * runtime then have no stack: they have nothing in common (a lock is reported without the place
 * where it was taken, a thread without that of its start).
 *
 * <p>Where there are {@linkplain Periods sampling periods}, no calling context is kept up: accesses
 * have the stacks of {@link PeriodTraces}, other events have none.
 */
public final class ContextDepot {
  /** How many call paths to one access site are told apart while there is room. */
  static final int PATHS_PER_SITE = 64;

  /** How many paths lead to events of the runtime itself, which have no site. */
  static final int PATHS_WITHOUT_SITE = 1 << 16;

  /** How many frames are kept in all, at about 20 bytes each. */
  static final long MAX_FRAMES = 1 << 22;

  /** How many frames of a stack are kept where there is not room for all. */
  static final int SHORT = 48;

  /** So many shared frames take as much room as one in the JVM's own form. */
  private static final int SHARED_PER_FRAME = 4;

  /** How many eighths of the depot are in use when room begins to be saved. */
  private static final int CROWDED = 4;

  /** How many stacks are walked to be told from others: each costs tens of microseconds. */
  static final int MOST_WALKS = 1 << 12;

  /** Sizes of a thread's cache: most of a million threads need only a few contexts. */
  private static final int SMALLEST_CACHE = 1 << 4;

  private static final int LARGEST_CACHE = 1 << 12;

  /** The bit that the key of a single path has. An entry has it, too. */
  private static final long PATH = Epoch.MAX_CONTEXT + 1L;

  /** Which bits of a key say where in a thread's cache it has its place. */
  private static final int PLACE_SHIFT = 40;

  /** The site of a lock that code without sites takes. */
  public static final int LOCKED = 0;

  /** The site of all starts of threads. */
  public static final int STARTED = 1;

  /** The site of all submissions of tasks. */
  public static final int SUBMITTED = 2;

  /** Sites of instrumented code have greater ids. */
  public static final int LAST_OF_RUNTIME = SUBMITTED;

  /** Replaced under the class lock, read without it. */
  private static volatile ContextTable table = new ContextTable(1 << 12);

  /** Guarded by the class lock. Index 0 is the unknown context. */
  private static @Nullable ContextTrace[] traces = new ContextTrace[1 << 12];

  /** Guarded by the class lock. */
  private static int count = 1;

  /** How many frames all traces have; guarded by the class lock. */
  private static long frames;

  /** How many stacks were walked; written under the class lock, read racily. */
  private static volatile int walks;

  /** The latest trace of each site; guarded by the class lock. */
  private static @Nullable ContextTrace[] latest = new ContextTrace[1 << 12];

  private ContextDepot() {}

  /**
   * The index for an access at a site in a calling context; captures the stack if it is new.
   *
   * @param site id of the access site, one of the constants for events of the runtime itself
   * @return 0 if there is no room left and the context is not known
   */
  public static int index(ThreadState thread, long context, int site) {
    if (Periods.SAMPLED) {
      return PeriodTraces.capture(thread, site);
    }
    int known = cached(thread, context, site);
    return known >= 0 ? known : miss(thread, key(context, site), site);
  }

  /** As {@link #index}, from what the thread remembers; below 0 if that is not enough. */
  @ForceInline
  public static int cached(ThreadState thread, long context, int site) {
    long[] entries = thread.contexts;
    long key = key(context, site);
    long entry = entries[(int) (key >>> PLACE_SHIFT) & entries.length - 1];
    return ContextTable.matches(entry, key) ? ContextTable.index(entry) : -1;
  }

  @ForceInline
  private static long key(long context, int site) {
    return (context + site) * 0x9E3779B97F4A7C15L ^ (long) site << 32 | PATH;
  }

  /**
   * The index for an event of the runtime itself in the current calling context.
   *
   * @param site one of the constants
   * @return 0 also where no instrumented method is active: all such places are one context
   */
  public static int here(ThreadState thread, int site) {
    return thread.context == 0 ? 0 : event(thread, thread.context, site);
  }

  /**
   * The index of the current stack, told from others by its frames: for rare events where no
   * instrumented method need be active. Only the first {@value #MOST_WALKS} are walked.
   *
   * @param site one of the constants
   * @return 0 if there is no room left or were too many
   */
  public static int ofFrames(ThreadState thread, int site) {
    if (Periods.SAMPLED || walks >= MOST_WALKS) {
      return 0;
    }
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      ContextTrace trace = new ContextTrace();
      long key = (trace.hash() + site) * 0x9E3779B97F4A7C15L | PATH;
      Backtraces.letGo(trace);
      return insertWalked(key, site, trace);
    } finally {
      thread.comeOut(level, outer);
    }
  }

  private static synchronized int insertWalked(long key, int site, ContextTrace trace) {
    walks++;
    return insert(key, site, trace);
  }

  /**
   * The index for an event that is no access: a lock was taken, a thread started, a task submitted.
   *
   * @param site as for {@link #index}
   * @return 0, unknown, where there are sampling periods: most of these were before the present one
   */
  public static int event(ThreadState thread, long context, int site) {
    return Periods.SAMPLED ? 0 : index(thread, context, site);
  }

  @DontInline
  private static int miss(ThreadState thread, long key, int site) {
    int index = table.find(key);
    if (index == 0) {
      index = table.find(otherPaths(site));
    }
    if (index == 0) {
      index = capture(thread, key, site);
    }
    remember(thread, key, index);
    return index;
  }

  private static void remember(ThreadState thread, long key, int index) {
    long[] entries = thread.contexts;
    if (entries.length < SMALLEST_CACHE) {
      entries = new long[SMALLEST_CACHE];
    } else if (++thread.contextMisses > 2 * entries.length && entries.length < LARGEST_CACHE) {
      thread.contextMisses = 0;
      entries = new long[2 * entries.length];
    }
    entries[(int) (key >>> PLACE_SHIFT) & entries.length - 1] = ContextTable.entry(key, index);
    thread.contexts = entries;
  }

  /** The key of the paths of a site that are not told apart: without the bit of a path. */
  private static long otherPaths(int site) {
    return (long) site << 32 | 2 * PATH;
  }

  private static int capture(ThreadState thread, long key, int site) {
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      ContextTrace trace = new ContextTrace();
      Backtraces.letGo(trace);
      return insert(key, site, trace);
    } finally {
      thread.comeOut(level, outer);
    }
  }

  private static synchronized int insert(long key, int site, ContextTrace trace) {
    int known = table.find(key);
    if (known != 0) {
      return known;
    }
    if (count > Epoch.MAX_CONTEXT) {
      return 0;
    }
    if (site >= latest.length) {
      ContextTrace[] wider = new ContextTrace[Math.max(site + 1, latest.length * 2)];
      System.arraycopy(latest, 0, wider, 0, latest.length);
      latest = wider;
    }
    ContextTrace before = latest[site];
    if (before != null) {
      trace.follow(before);
    }
    if (trace.paths() > pathsAllowed(site, count, frames)) {
      int otherIndex = table.find(otherPaths(site));
      if (otherIndex != 0) {
        return otherIndex;
      }
      StackTraceElement[] common =
          site <= LAST_OF_RUNTIME || before == null
              ? new StackTraceElement[0]
              : trace.commonFrames();
      ContextTrace others = new ContextTrace(common);
      others.site = site;
      return add(otherPaths(site), others);
    }
    trace.site = site;
    latest[site] = trace;
    frames += kept(trace);
    return add(key, trace);
  }

  /**
   * How much of {@link #MAX_FRAMES} a trace takes. If half of it is in use, traces are kept as
   * shared frames, and the innermost ones only.
   */
  private static int kept(ContextTrace trace) {
    return eighths(frames, MAX_FRAMES) < CROWDED
        ? trace.depth()
        : Backtraces.shorten(trace, SHORT) / SHARED_PER_FRAME;
  }

  /**
   * How many call paths to a site are told apart while the depot has this much content. An access
   * has one at least: its own line is always known.
   */
  static int pathsAllowed(int site, int contexts, long frames) {
    int full = Math.max(eighths(contexts, Epoch.MAX_CONTEXT), eighths(frames, MAX_FRAMES));
    if (site <= LAST_OF_RUNTIME) {
      // Uses of collections are among these, and nothing is known of the other paths.
      return full < 7 ? PATHS_WITHOUT_SITE : full < 8 ? PATHS_WITHOUT_SITE / 8 : 0;
    }
    return full < CROWDED ? PATHS_PER_SITE : full < 6 ? PATHS_PER_SITE / 8 : 1;
  }

  private static int eighths(long part, long all) {
    return (int) Math.min(8, part * 8 / all);
  }

  private static int add(long key, ContextTrace trace) {
    if (count == traces.length) {
      ContextTrace[] wider = new ContextTrace[count * 2];
      System.arraycopy(traces, 0, wider, 0, count);
      traces = wider;
    }
    traces[count] = trace;
    ContextTable t = table;
    if (t.full(count)) {
      t = t.wider();
    }
    t.put(key, count);
    table = t;
    return count++;
  }

  /** The frames of an index, innermost first; empty if the index is 0. */
  public static StackTraceElement[] frames(int index) {
    return Periods.SAMPLED ? PeriodTraces.frames(index) : kept(index);
  }

  /**
   * The frames of a write of a field, innermost first; empty if the index is 0.
   *
   * @param field what identifies the field in its class in names of injected members
   */
  public static StackTraceElement[] frames(int index, String field) {
    StackTraceElement[] frames = frames(index);
    return Periods.SAMPLED || frames.length == 0
        ? frames
        : ConstructorLines.at(frames, site(index), field);
  }

  private static synchronized int site(int index) {
    ContextTrace trace = traces[index];
    return trace == null ? 0 : trace.site;
  }

  private static synchronized StackTraceElement[] kept(int index) {
    ContextTrace trace = index <= 0 || index >= count ? null : traces[index];
    return trace == null ? new StackTraceElement[0] : trace.getStackTrace();
  }
}
