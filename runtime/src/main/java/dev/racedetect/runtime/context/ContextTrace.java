package dev.racedetect.runtime.context;

import org.jspecify.annotations.Nullable;

/**
 * A captured stack. It keeps the VM's compact form and becomes frames only when a report needs
 * them.
 */
final class ContextTrace extends Throwable {
  private static final long serialVersionUID = 1;

  /** The trace that was captured before at the same site; null for the first. */
  @SuppressWarnings("serial") // never serialised
  private @Nullable ContextTrace earlier;

  /** How many traces of the site there are, this one included. */
  private int paths = 1;

  ContextTrace() {
    super(null, null, false, true);
  }

  /** Puts this trace in front of those of the same site. */
  void follow(ContextTrace latest) {
    earlier = latest;
    paths = latest.paths + 1;
  }

  int paths() {
    return paths;
  }

  /** The innermost frames that this trace and the earlier ones of its site have in common. */
  StackTraceElement[] commonFrames() {
    StackTraceElement[] frames = getStackTrace();
    int common = frames.length;
    for (ContextTrace t = earlier; t != null; t = t.earlier) {
      StackTraceElement[] other = t.getStackTrace();
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

  private static boolean same(StackTraceElement a, StackTraceElement b) {
    return a.getLineNumber() == b.getLineNumber()
        && a.getMethodName().equals(b.getMethodName())
        && a.getClassName().equals(b.getClassName());
  }
}
