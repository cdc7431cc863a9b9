package dev.racedetect.runtime.context;

import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of accesses where there are {@linkplain Periods sampling periods}: a recorded access
 * walks its stack. No calling context is kept up for that between periods. A stack is kept until
 * the period ends, for no access of an earlier one is ever reported.
 *
 * <p>A walk takes longer than all else that a hook does. So of each site the first {@value #PATHS}
 * are walked in a period. All later ones have the part that these have in common, as have those in
 * the {@link ContextDepot} that are not told apart: the access itself is exact, and its callers are
 * unless they come another way than all before.
 */
public final class PeriodTraces {
  /** How many accesses are recorded in one period; about 1.5 KB each with a deep stack. */
  private static final int LIMIT = limit(Runtime.getRuntime().maxMemory());

  /** How many stacks of a site are walked in a period. */
  static final int PATHS = 4;

  private static final VarHandle TRACE = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findStaticVarHandle(PeriodTraces.class, "next", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Each a {@link ContextTrace}, or {@link Common}. */
  private static final @Nullable Object[] TRACES = new Object[LIMIT];

  /** What several stacks of a site have in common. */
  private record Common(ContextTrace latest) {}

  /** The stacks of a site in one period. */
  private static final class Paths {
    final int period;

    /** Null at first. Guarded by the class lock. */
    @Nullable ContextTrace latest;

    /** The index of what they have in common; 0 while more are walked. */
    int common;

    Paths(int period) {
      this.period = period;
    }
  }

  /** By site. Replaced under the class lock when it grows. */
  private static volatile @Nullable Paths[] paths = new Paths[1 << 12];

  /** Counts periods. */
  private static volatile int period;

  /** The index of the next stack; 0 is the unknown one. */
  @SuppressWarnings("UnusedVariable") // used through its handle
  private static volatile int next = 1;

  private PeriodTraces() {}

  /** A hundredth of the heap for stacks. */
  static int limit(long heap) {
    return (int) Math.max(1 << 8, Math.min(1 << 14, heap / 100 / 1536));
  }

  /** Forgets all stacks; to be called between two periods, by one thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
  public static void clear() {
    int used = Math.min(LIMIT, (int) NEXT.getVolatile());
    @Nullable Paths[] bySite = paths;
    for (int i = 0; i < used; i++) {
      if (TRACES[i] instanceof ContextTrace trace && trace.site < bySite.length) {
        bySite[trace.site] = null;
      }
      TRACES[i] = null;
    }
    period++;
    NEXT.setVolatile(1);
  }

  /** How many stacks were walked since {@link #clear}. */
  public static int used() {
    return Math.min(LIMIT, (int) NEXT.getVolatile()) - 1;
  }

  /** Whether no stack could be kept any more: the period has recorded enough. */
  public static boolean full() {
    return (int) NEXT.getVolatile() >= LIMIT;
  }

  /**
   * The index of the present stack, or of what it has in common with others; 0 if there is no room.
   *
   * @param site of the access, or a constant of {@link ContextDepot}
   */
  static int capture(ThreadState thread, int site) {
    @Nullable Paths[] bySite = paths;
    Paths known = site < bySite.length ? bySite[site] : null;
    if (known != null && known.common != 0 && known.period == period) {
      return known.common;
    }
    if (full()) {
      return 0;
    }
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      ContextTrace trace = new ContextTrace();
      int index = keep(trace);
      if (index != 0 && site > ContextDepot.LAST_OF_RUNTIME) {
        add(trace, site);
      }
      return index;
    } finally {
      thread.comeOut(level, outer);
    }
  }

  /** The index for a stack; 0 if there is no room. */
  private static int keep(Object trace) {
    int index = (int) NEXT.getAndAdd(1);
    if (index >= LIMIT) {
      return 0;
    }
    TRACE.setRelease(TRACES, index, trace);
    return index;
  }

  private static synchronized void add(ContextTrace trace, int site) {
    @Nullable Paths[] bySite = paths;
    if (site >= bySite.length) {
      Paths[] wider = new Paths[Math.max(site + 1, 2 * bySite.length)];
      System.arraycopy(bySite, 0, wider, 0, bySite.length);
      bySite = wider;
      paths = wider;
    }
    Paths known = bySite[site];
    if (known == null || known.period != period) {
      known = new Paths(period);
      bySite[site] = known;
    }
    if (known.latest != null) {
      trace.follow(known.latest);
    }
    known.latest = trace;
    trace.site = site;
    if (trace.paths() == PATHS) {
      known.common = keep(new Common(trace));
    }
  }

  /** The frames of an index, innermost first; empty if there are none. */
  static StackTraceElement[] frames(int index) {
    Object kept = index <= 0 || index >= LIMIT ? null : TRACE.getAcquire(TRACES, index);
    if (kept instanceof Common common) {
      return common.latest.commonFrames();
    }
    return kept instanceof ContextTrace trace ? trace.getStackTrace() : new StackTraceElement[0];
  }
}
