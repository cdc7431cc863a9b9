package dev.racedetect.report;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.FrameOwner;
import dev.racedetect.runtime.race.RaceFinding;
import org.jspecify.annotations.Nullable;

/**
 * The program's own code in reports: what patterns say, or without them everything but the JDK and
 * the frames that the detector marked as a library's.
 */
public final class AppFrames implements FrameOwner {

  private final ClassPatterns app;

  /**
   * Creates the rule.
   *
   * @param app the program's own classes; empty for what the detector found out
   */
  public AppFrames(ClassPatterns app) {
    this.app = app;
  }

  @Override
  public boolean owns(StackTraceElement frame) {
    if (!app.isEmpty()) {
      return app.matches(frame.getClassName());
    }
    return frame.getModuleName() == null && !Frames.isJdk(frame.getClassName());
  }

  /** The innermost frame of the program's own code, else the innermost one; null for no frame. */
  @Nullable StackTraceElement innermost(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (owns(frame)) {
        return frame;
      }
    }
    for (StackTraceElement frame : stack) {
      if (!Frames.isJdk(frame.getClassName())) {
        return frame;
      }
    }
    return stack.length > 0 ? stack[0] : null;
  }

  /** Whether patterns say that no frame of a race is the program's own. */
  boolean excludes(RaceFinding race) {
    return !app.isEmpty() && !takesPart(race.current()) && !takesPart(race.previous());
  }

  private boolean takesPart(AccessFacts access) {
    for (StackTraceElement frame : access.stack()) {
      if (owns(frame)) {
        return true;
      }
    }
    return false;
  }
}
