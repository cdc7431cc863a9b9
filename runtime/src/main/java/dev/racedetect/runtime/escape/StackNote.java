package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.context.Backtraces;

/** Where a thread was when it submitted a task; made readable only when it is asked for. */
final class StackNote extends Throwable {
  private static final long serialVersionUID = 1;

  StackNote() {
    super(null, null, false, true);
    Backtraces.letGo(this);
  }

  /** Frames of the submission, without the detector's. */
  StackTraceElement[] frames() {
    StackTraceElement[] all = getStackTrace();
    int first = 0;
    while (first < all.length && all[first].getClassName().startsWith("dev.racedetect.runtime.")) {
      first++;
    }
    StackTraceElement[] frames = new StackTraceElement[all.length - first];
    System.arraycopy(all, first, frames, 0, frames.length);
    return frames;
  }
}
