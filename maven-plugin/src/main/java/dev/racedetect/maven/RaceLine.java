package dev.racedetect.maven;

import dev.racedetect.report.ReportedRace;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.TestFacts;

/** Says in one line which race was found and whose it is. */
final class RaceLine {

  private RaceLine() {}

  /** The line, without full stop. */
  static String of(ReportedRace race) {
    RaceFinding finding = race.finding();
    StringBuilder line = new StringBuilder("data race: ");
    AccessFacts current = finding.current();
    AccessFacts previous = finding.previous();
    line.append(current.op()).append(" of ");
    appendLocation(line, finding.location());
    appendPlace(line, current);
    line.append(", unordered with the ").append(previous.op());
    appendPlace(line, previous);
    TestFacts tests = finding.tests();
    if (tests == null) {
      line.append("; detected outside of any known test, so the whole suite fails");
    } else {
      line.append("; race detected during execution of test ").append(TestName.of(tests.owner()));
      if (tests.bystander() != null) {
        line.append(" (note: ").append(TestName.of(tests.bystander()));
        line.append(" was running too and is not to blame)");
      }
    }
    return line.append(" [").append(race.fingerprint()).append(']').toString();
  }

  private static void appendLocation(StringBuilder line, Location location) {
    switch (location.kind()) {
      case Location.ARRAY -> line.append("an element of ").append(location.className());
      case Location.COLLECTION -> line.append(location.className());
      default -> line.append(location.className()).append('.').append(location.name());
    }
  }

  private static void appendPlace(StringBuilder line, AccessFacts access) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    if (stack.length > 0) {
      line.append(" at ");
      Frames.append(line, stack[0], "");
    }
  }
}
