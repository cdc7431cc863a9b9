package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.context.ContextDepot;
import java.util.concurrent.atomic.AtomicInteger;

/** Dense ids of access and call sites; 0 is no site. */
final class Sites {
  private static final AtomicInteger LAST = new AtomicInteger(ContextDepot.LAST_OF_RUNTIME);

  private Sites() {}

  static int next() {
    return LAST.incrementAndGet();
  }
}
