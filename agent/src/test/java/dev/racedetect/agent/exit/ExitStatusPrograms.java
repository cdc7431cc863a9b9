package dev.racedetect.agent.exit;

import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.ThreadFacts;

/** Small programs that report a race themselves and end in many ways. */
public final class ExitStatusPrograms {

  private ExitStatusPrograms() {}

  public static void main(String[] args) {
    String program = args[0];
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (program.equals("race-in-hook")) {
                    race();
                  }
                  System.out.print("hook ran");
                }));
    if (!program.startsWith("no-race") && !program.equals("race-in-hook")) {
      race();
    }
    new Thread(() -> worker(program)).start();
    switch (program) {
      case "exit-0" -> System.exit(0);
      case "exit-3", "no-race-exit-3" -> System.exit(3);
      case "halt-0" -> Runtime.getRuntime().halt(0);
      case "main-throws" -> throw new IllegalStateException("thrown by a test");
      default -> {}
    }
  }

  private static void worker(String program) {
    if (program.equals("worker-throws")) {
      throw new IllegalStateException("thrown by a test");
    }
  }

  private static void race() {
    ThreadFacts thread = new ThreadFacts(1, "main", false, false, null, new StackTraceElement[0]);
    AccessFacts access =
        new AccessFacts("write", thread, new StackTraceElement[0], new LockFacts[0]);
    Location location = new Location(Location.STATIC, "App", "field", -1, null);
    RaceFindings.report(new RaceFinding(location, access, access));
  }
}
