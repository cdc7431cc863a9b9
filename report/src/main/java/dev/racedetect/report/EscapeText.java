package dev.racedetect.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.escape.How;
import dev.racedetect.runtime.race.ThreadFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns an escaped exception that was read back into what the detector's own writers print. */
final class EscapeText {

  private static final ThreadFacts NOBODY =
      new ThreadFacts(0, "not known", false, true, null, new StackTraceElement[0]);

  private EscapeText() {}

  /**
   * The escape as the detector had it.
   *
   * @return null when it escaped in a way that this version does not know
   */
  static @Nullable EscapeFinding finding(ReportedEscape escape) {
    How how;
    try {
      how = How.of(escape.how());
    } catch (IllegalArgumentException e) {
      return null;
    }
    ThreadFacts thread = escape.thread();
    String consequence = escape.consequence();
    return new EscapeFinding(
        how,
        escape.confidence().equals("certain"),
        new Fault(escape.exception(), escape.message(), escape.stack(), cause(escape.causes())),
        thread == null ? NOBODY : thread,
        escape.submittedAt(),
        escape.task(),
        consequence == null ? how.consequence() : consequence,
        false);
  }

  private static @Nullable Fault cause(List<ReportedEscape.Cause> causes) {
    Fault fault = null;
    for (int i = causes.size() - 1; i >= 0; i--) {
      ReportedEscape.Cause cause = causes.get(i);
      fault = new Fault(cause.exception(), cause.message(), cause.stack(), fault);
    }
    return fault;
  }
}
