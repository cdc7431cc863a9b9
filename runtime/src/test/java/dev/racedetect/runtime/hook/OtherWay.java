package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.thread.ThreadState;

/** Stands for another way from an access through the engine to the depot. */
public final class OtherWay {
  private OtherWay() {}

  /** As {@link ContextDepot#index}. */
  public static int index(ThreadState thread, long context, int site) {
    return ContextDepot.index(thread, context, site);
  }
}
