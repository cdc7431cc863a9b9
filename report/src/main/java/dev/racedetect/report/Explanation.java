package dev.racedetect.report;

import dev.racedetect.runtime.race.Hint;
import dev.racedetect.runtime.race.Hints;
import dev.racedetect.runtime.race.RaceFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says in full what a finding is: which rule it violates and how the corrected code looks. */
public final class Explanation {

  private static final String RACE =
      """
      Two threads access the same memory, at least one of them writes, and nothing orders the two
      accesses: no lock, volatile, start, join or other synchronization that both take part in
      makes one happen before the other (JLS 17.4.5). An order by time alone, such as a sleep, is
      none.
      """;

  private static final String READ =
      """
      The read may see the old value, the new one, or any other that was written without such an
      order, and each time another.
      """;

  private static final String WRITES =
      """
      Either write may win, and an update made from a value read before may be lost.
      """;

  private static final String ESCAPE =
      """
      An exception ended a thread or a task, and no code of the program has looked at it: whatever
      should have been done afterwards was not done, and nobody noticed. Ask every future for its
      outcome, end chains by exceptionally or whenComplete, catch inside of periodic tasks, or set
      an UncaughtExceptionHandler.
      """;

  private Explanation() {}

  /**
   * The explanation of a finding.
   *
   * @param finding the finding
   * @param occurrences in how many records it was found
   * @param whereabouts in which versions of the program, and on which hosts
   * @return lines
   */
  public static String of(ReportedFinding finding, int occurrences, Whereabouts whereabouts) {
    StringBuilder out = new StringBuilder();
    if (finding instanceof ReportedRace race) {
      RaceFinding accesses = race.finding();
      boolean reads = accesses.current().isRead() || accesses.previous().isRead();
      out.append(RACE).append(reads ? READ : WRITES);
      String page = page(race);
      if (page != null) {
        out.append('\n').append(page);
      }
    } else {
      out.append(ESCAPE);
    }
    String where = whereabouts.sentence();
    out.append("\nFound in ").append(occurrences).append(" record(s)");
    return out.append(where.isEmpty() ? "" : ": ").append(where).append(".\n").toString();
  }

  /** The page of a race's hint; null when it has none. */
  private static @Nullable String page(ReportedRace race) {
    String sentence = race.hint() == null ? Hints.of(race.finding()) : race.hint();
    Hint hint = sentence == null ? null : Hint.of(sentence);
    return hint == null ? null : page(hint);
  }

  /** The page of a hint, Markdown. */
  static String page(Hint hint) {
    try (InputStream in = Explanation.class.getResourceAsStream("hints/" + hint.id() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no page for " + hint.id());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
