package dev.racedetect.runtime.race;

/** Tells the program's own code from libraries and the JDK. */
public interface FrameOwner {

  /** Whether a frame is of the program's own code. */
  boolean owns(StackTraceElement frame);
}
