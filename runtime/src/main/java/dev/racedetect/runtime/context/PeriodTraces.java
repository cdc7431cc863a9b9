package dev.racedetect.runtime.context;

import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of accesses where there are {@linkplain Periods sampling periods}: each recorded
 * access walks its stack. No calling context is kept up for that between periods, and none can be
 * wrong. A stack is kept until the period ends, for no access of an earlier one is ever reported.
 */
public final class PeriodTraces {
  /** How many accesses are recorded in one period; about 1.5 KB each with a deep stack. */
  private static final int LIMIT = limit(Runtime.getRuntime().maxMemory());

  private static final VarHandle TRACE = MethodHandles.arrayElementVarHandle(ContextTrace[].class);
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findStaticVarHandle(PeriodTraces.class, "next", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final @Nullable ContextTrace[] TRACES = new ContextTrace[LIMIT];

  /** The index of the next stack; 0 is the unknown one. */
  @SuppressWarnings("UnusedVariable") // used through its handle
  private static volatile int next = 1;

  private PeriodTraces() {}

  /** A hundredth of the heap for stacks. */
  static int limit(long heap) {
    return (int) Math.max(1 << 8, Math.min(1 << 14, heap / 100 / 1536));
  }

  /** Forgets all stacks; to be called between two periods. */
  public static void clear() {
    int used = Math.min(LIMIT, (int) NEXT.getVolatile());
    for (int i = 0; i < used; i++) {
      TRACES[i] = null;
    }
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

  /** The index of the present stack; 0 if there is no room. */
  static int capture(ThreadState thread) {
    if (full()) {
      return 0;
    }
    int index = (int) NEXT.getAndAdd(1);
    if (index >= LIMIT) {
      return 0;
    }
    int level = thread.mute;
    thread.mute = level + ThreadState.INSIDE;
    try {
      TRACE.setRelease(TRACES, index, new ContextTrace());
    } finally {
      thread.mute = level;
    }
    return index;
  }

  /** The frames of an index, innermost first; empty if there are none. */
  static StackTraceElement[] frames(int index) {
    ContextTrace trace =
        index <= 0 || index >= LIMIT ? null : (ContextTrace) TRACE.getAcquire(TRACES, index);
    return trace == null ? new StackTraceElement[0] : trace.getStackTrace();
  }
}
