package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.race.Frames;

/**
 * Keeps injected methods out of stack traces where there are sampling periods; called by the JDK
 * where it makes one readable.
 */
public final class HiddenFrames {
  private HiddenFrames() {}

  /** The frames that are the program's. */
  public static StackTraceElement[] of(StackTraceElement[] stack) {
    return Frames.withoutForms(stack);
  }
}
