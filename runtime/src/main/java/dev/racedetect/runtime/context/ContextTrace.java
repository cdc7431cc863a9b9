package dev.racedetect.runtime.context;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * A captured stack. It keeps the VM's compact form and becomes frames only when a report needs
 * them.
 */
final class ContextTrace extends Throwable implements Cloneable {
  private static final long serialVersionUID = 1;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long DEPTH = UNSAFE.objectFieldOffset(Throwable.class, "depth");

  private static final String ENGINE = "dev.racedetect.runtime.";

  /** Where the engine's frames between an access or event and the depot are. */
  private static final String[] ROOMS = {
    "hook.",
    "shadow.",
    "sync.",
    "thread.",
    "context.ContextDepot",
    "context.ContextTrace",
    "context.PeriodTraces"
  };

  /** The trace that was captured before at the same site; null for the first. */
  @SuppressWarnings("serial") // never serialised
  private @Nullable ContextTrace earlier;

  /** How many traces of the site there are, this one included. */
  private int paths = 1;

  /** The stack of the current thread. */
  ContextTrace() {
    super(null, null, false, true);
  }

  /** Given frames. */
  ContextTrace(StackTraceElement[] frames) {
    super(null, null, false, true);
    setStackTrace(frames);
  }

  /** Where it was captured; set before others see the trace. */
  int site;

  /** How many frames were captured; the JVM's {@code MaxJavaStackTraceDepth} is the most. */
  int depth() {
    return UNSAFE.getInt(this, DEPTH);
  }

  /** Puts this trace in front of those of the same site. */
  void follow(ContextTrace latest) {
    earlier = latest;
    paths = latest.paths + 1;
  }

  int paths() {
    return paths;
  }

  /**
   * The innermost frames that this trace and the earlier ones of its site have in common, without
   * those of the engine: it has more than one way from the access to the depot.
   */
  StackTraceElement[] commonFrames() {
    StackTraceElement[] frames = passingFrames();
    int common = frames.length;
    for (ContextTrace t = earlier; t != null; t = t.earlier) {
      StackTraceElement[] other = t.passingFrames();
      int same = 0;
      while (same < common && same < other.length && same(frames[same], other[same])) {
        same++;
      }
      common = same;
    }
    StackTraceElement[] part = new StackTraceElement[common];
    System.arraycopy(frames, 0, part, 0, common);
    return part;
  }

  /** A hash of the frames without those of the engine. */
  long hash() {
    long hash = 1;
    for (StackTraceElement frame : passingFrames()) {
      hash = hash * 31 + frame.getClassName().hashCode();
      hash = hash * 31 + frame.getMethodName().hashCode();
      hash = hash * 31 + frame.getLineNumber();
    }
    return hash;
  }

  /** The frames, which {@link #getStackTrace} would keep beside the VM's form of them. */
  private StackTraceElement[] passingFrames() {
    try {
      return withoutEngine(((ContextTrace) clone()).getStackTrace());
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static StackTraceElement[] withoutEngine(StackTraceElement[] frames) {
    int first = 0;
    while (first < frames.length && isEngine(frames[first].getClassName())) {
      first++;
    }
    StackTraceElement[] rest = new StackTraceElement[frames.length - first];
    System.arraycopy(frames, first, rest, 0, rest.length);
    return rest;
  }

  static boolean isEngine(String className) {
    if (className.startsWith(ENGINE)) {
      for (String room : ROOMS) {
        if (room.endsWith(".")
            ? className.startsWith(room, ENGINE.length())
            : className.length() == ENGINE.length() + room.length() && className.endsWith(room)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(StackTraceElement a, StackTraceElement b) {
    return a.getLineNumber() == b.getLineNumber()
        && a.getMethodName().equals(b.getMethodName())
        && a.getClassName().equals(b.getClassName());
  }
}
