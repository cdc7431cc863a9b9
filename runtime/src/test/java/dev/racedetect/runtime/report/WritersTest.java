package dev.racedetect.runtime.report;

import static dev.racedetect.runtime.race.Races.array;
import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.holding;
import static dev.racedetect.runtime.race.Races.lock;
import static dev.racedetect.runtime.race.Races.main;
import static dev.racedetect.runtime.race.Races.read;
import static dev.racedetect.runtime.race.Races.stack;
import static dev.racedetect.runtime.race.Races.worker;
import static dev.racedetect.runtime.race.Races.write;
import static dev.racedetect.runtime.race.Races.writeRead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.escape.How;
import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Hints;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import org.junit.jupiter.api.Test;

/** Golden files of text and JSON for the same findings. */
class WritersTest {

  private static final String FINGERPRINT = "0123456789abcdef";
  private static final AppCode APP = new AppCode(ClassPatterns.NONE, "", "", "");
  private static final long TIME = 1_795_442_709_123L;

  private static void golden(String name, RaceFinding finding) {
    String hint = Hints.of(finding);
    Golden.assertMatches(name + ".txt", new TextWriter("/src/").race(finding, FINGERPRINT, hint));
    Golden.assertMatches(
        name + ".json", new JsonWriter(42, APP).race(finding, FINGERPRINT, hint, TIME));
  }

  @Test
  void fieldWithLocks() {
    RaceFinding race = writeRead();
    LockFacts[] two = {lock("ReentrantLock@77aa")[0], new LockFacts("Object@1", null)};
    golden(
        "field", new RaceFinding(race.location(), holding(race.current(), two), race.previous()));
  }

  @Test
  void staticFieldByMain() {
    Location location = new Location(Location.STATIC, "com.acme.Hits", "total", -1, null);
    golden(
        "static",
        new RaceFinding(
            location,
            new AccessFacts("atomic write", main(), stack(frame("com.acme.Hits", "a", 3)), null),
            write(
                worker(9),
                frame("dev.racedetect.runtime.hook.FieldHooks", "beforeWrite", 99),
                frame("com.acme.Hits", "$rd$total", 1),
                new StackTraceElement("com.acme.Hits", "b", "/src/com/acme/Hits.java", 4),
                new StackTraceElement("com.acme.Hits", "n", null, -2),
                new StackTraceElement("app", "mod", "1", "com.acme.Hits", "u", null, -1))));
  }

  @Test
  void framesThatRunATestAreFoldedInTextOnly() {
    StackTraceElement[] test =
        stack(
            frame("java.util.ArrayList", "add", 5),
            frame("com.acme.CounterTest", "counts", 12),
            frame("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", 103),
            frame("org.junit.platform.commons.util.ReflectionUtils", "invokeMethod", 701),
            frame("java.util.ArrayList", "forEach", 1511),
            frame("org.apache.maven.surefire.booter.ForkedBooter", "main", 495));
    RaceFinding race =
        new RaceFinding(
            array(),
            write(main(), test),
            read(
                worker(9),
                frame("org.junit.Helper", "run", 1),
                frame("java.lang.Thread", "run", 2)));
    assertThat(new TextWriter("").race(race, FINGERPRINT, null))
        .contains(
            """
              java.util.ArrayList.add(ArrayList.java:5)
              com.acme.CounterTest.counts(CounterTest.java:12)
              ... 4 frames that run the test
              holding: no lock
            """)
        .contains("  org.junit.Helper.run(Helper.java:1)\n  java.lang.Thread.run(Thread.java:2)\n");
    assertThat(new JsonWriter(42, APP).race(race, FINGERPRINT, null, TIME))
        .contains("ForkedBooter");
  }

  @Test
  void arrayByVirtualThreads() {
    StackTraceElement[] createdAt = stack(frame("com.acme.App", "spawn", 7));
    ThreadFacts nameless = new ThreadFacts(31, "", true, true, "t1", createdAt);
    ThreadFacts named = new ThreadFacts(32, "fetch \"a\"\nb", true, false, "t31", createdAt);
    golden(
        "array",
        new RaceFinding(
            array(),
            write(nameless, frame("com.acme.App", "lambda$main$0", 9)),
            read(named, frame("com.acme.App", "lambda$main$1", 12))));
  }

  @Test
  void collection() {
    Location map = new Location(Location.COLLECTION, "java.util.HashMap", "", -1, "HashMap@5");
    RaceFinding race = writeRead();
    golden(
        "collection",
        new RaceFinding(
            map, called(race.current(), "put of a new key"), called(race.previous(), "get")));
  }

  private static AccessFacts called(AccessFacts access, String call) {
    return new AccessFacts(access.op(), access.thread(), access.stack(), access.locks(), call);
  }

  @Test
  void escape() {
    StackTraceElement job = frame("com.acme.Job", "run", 40);
    StackTraceElement worker = frame("java.lang.Thread", "run", 840);
    Fault cause =
        new Fault(
            "java.io.IOException", null, stack(frame("com.acme.Net", "read", 7), worker), null);
    Fault fault = new Fault("com.acme.Lost", "two\nlines", stack(job, worker), cause);
    EscapeFinding finding =
        new EscapeFinding(
            How.PERIODIC_CANCELLED,
            false,
            fault,
            new ThreadFacts(9, "pool-1", false, false, null, stack()),
            stack(
                frame("java.util.concurrent.FutureTask", "<init>", 1),
                frame("com.acme.App", "main", 14)),
            "com.acme.Job",
            "periodic task DEAD after 3 runs",
            false);
    Golden.assertMatches("escape.txt", new TextWriter("/src/").escape(finding, FINGERPRINT));
    Golden.assertMatches(
        "escape.json", new JsonWriter(42, APP).escape(finding, FINGERPRINT, TIME, false));
  }

  @Test
  void summary() {
    Coverage coverage = new Coverage();
    for (int i = 0; i < 812; i++) {
      coverage.instrumented();
    }
    coverage.skipped("unknown class file version", "com.acme.Future");
    coverage.skipped("unknown class file version", "com.acme.Farther");
    coverage.skipped("method too large", "com.acme.Parser");
    Summary summary = new Summary(2, 0, 1, 4, 3, coverage.counts(), 12_345);
    Golden.assertMatches("summary.txt", new TextWriter("").summary(summary));
    Golden.assertMatches("summary.json", new JsonWriter(42, APP).summary(summary));
  }

  @Test
  void aCleanRunIsSilentInTextOnly() {
    Coverage coverage = new Coverage();
    coverage.instrumented();
    Summary clean = new Summary(0, 0, 0, 0, 0, coverage.counts(), 1);
    assertThat(new TextWriter("").summary(clean)).isEmpty();
    assertThat(new JsonWriter(1, APP).summary(clean)).contains("\"races\":0").endsWith("}\n");
  }

  @Test
  void coverageKnowsWhenNothingIsLeftToCheck() {
    Coverage coverage = new Coverage();
    assertThat(coverage.leavesNone()).isFalse();
    coverage.instrumented();
    coverage.leftOut();
    assertThat(coverage.leavesNone()).isTrue();
    coverage.instrumented();
    assertThat(coverage.leavesNone()).isFalse();
  }

  @Test
  void skippedClassesAreSaidWithoutFindings() {
    Coverage coverage = new Coverage();
    coverage.skipped("unknown class file version", "com.acme.Future");
    Summary summary = new Summary(0, 0, 0, 0, 0, coverage.counts(), 1);
    assertThat(new TextWriter("").summary(summary))
        .isEqualTo(
            "racedetect: 0 classes instrumented, 1 skipped"
                + " (1 unknown class file version: com.acme.Future)\n");
  }

  @Test
  void degraded() {
    Golden.assertMatches(
        "degraded.json",
        new JsonWriter(42, APP).degraded("class not instrumented", "a \"b\"", TIME));
  }
}
