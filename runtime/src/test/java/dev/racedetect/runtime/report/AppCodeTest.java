package dev.racedetect.runtime.report;

import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.ThreadFacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guess never silences a race that the program itself made. */
class AppCodeTest {

  private static final StackTraceElement BOTTOM = frame("java.lang.Thread", "run", 840);
  private static final StackTraceElement START = frame("java.lang.Thread", "start", -1);
  private static final StackTraceElement LOOP = frame("org.ring.Loop", "run", 5);
  private static final StackTraceElement SPAWN = frame("org.ring.Ring", "open", 9);
  private static final StackTraceElement MAIN = frame("com.acme.Main", "main", 3);
  private static final Location FIELD =
      new Location(Location.FIELD, "org.ring.Loop", "count", -1, "Loop@1");

  private final AppCode guessed =
      new AppCode(ClassPatterns.NONE, "com.acme.Main x", "/srv/classes", "/home/ada/project");

  @BeforeAll
  static void load() {
    Origins.loaded("com.acme", "/srv/classes");
    Origins.loaded("org.ring", "/srv/lib/ring-2.1.0.jar");
    Origins.loaded("org.other", "/srv/lib/other-3.jar");
    Origins.loaded("com.acme.util", "/srv/lib/util-1.0.jar");
    Origins.loaded("org.mixed", "/srv/lib/mixed-1.0.jar");
    Origins.loaded("org.mixed", "/srv/lib/patched.jar");
    Origins.loaded("io.kin.api", "/srv/lib/kin-api-1.0.jar");
    Origins.loaded("io.kin.mine", "/srv/classes");
  }

  private static AccessFacts access(StackTraceElement[] createdAt, StackTraceElement... frames) {
    ThreadFacts thread = new ThreadFacts(7, "t", false, false, "t1", createdAt);
    return new AccessFacts("write", thread, frames, new LockFacts[0]);
  }

  private static AccessFacts library() {
    return access(stack(START, SPAWN, MAIN), LOOP, BOTTOM);
  }

  private boolean foreign(Location location, AccessFacts one, AccessFacts other) {
    boolean foreign = guessed.isForeign(new RaceFinding(location, one, other));
    assertThat(guessed.isForeign(new RaceFinding(location, other, one))).isEqualTo(foreign);
    return foreign;
  }

  @Test
  void whatALibraryDoesAllByItselfIsForeign() {
    assertThat(foreign(FIELD, library(), library())).isTrue();
    assertThat(guessed.nameOf(new RaceFinding(FIELD, library(), library())))
        .isEqualTo("ring 2.1.0");
  }

  @Test
  void aFrameOfTheProgramOnEitherSideIsEnough() {
    assertThat(foreign(FIELD, library(), access(stack(START, SPAWN), LOOP, MAIN, BOTTOM)))
        .isFalse();
    StackTraceElement callback = frame("com.acme.Handler", "on", 1);
    assertThat(foreign(FIELD, library(), access(stack(START, SPAWN), LOOP, callback, LOOP, BOTTOM)))
        .isFalse();
  }

  @Test
  void aThreadThatTheProgramStartedOnTheLibraryIsTheProgramsDoing() {
    AccessFacts started = access(stack(START, MAIN), LOOP, BOTTOM);
    assertThat(foreign(FIELD, library(), started)).isFalse();
    assertThat(foreign(FIELD, library(), access(stack(), LOOP, BOTTOM))).isFalse();
  }

  @Test
  void aTaskInAPoolMayBeTheProgramsWhoeverMadeItsThread() {
    StackTraceElement worker = frame("java.util.concurrent.ThreadPoolExecutor", "runWorker", 1);
    assertThat(foreign(FIELD, library(), access(stack(START, SPAWN), LOOP, worker, BOTTOM)))
        .isFalse();
    StackTraceElement submit = frame("java.util.concurrent.ThreadPoolExecutor", "execute", 2);
    assertThat(foreign(FIELD, library(), pooled(worker, stack(submit, MAIN)))).isFalse();
    assertThat(foreign(FIELD, library(), pooled(worker, stack(submit, SPAWN, MAIN)))).isTrue();
    StackTraceElement other = frame("java.util.concurrent.ForkJoinPool", "scan", 3);
    assertThat(foreign(FIELD, library(), pooled(other, stack(submit, SPAWN)))).isFalse();
  }

  private static AccessFacts pooled(StackTraceElement worker, StackTraceElement[] submittedAt) {
    ThreadFacts thread =
        new ThreadFacts(8, "p", false, false, "t1", stack(START, SPAWN), submittedAt);
    StackTraceElement[] frames = {LOOP, worker, BOTTOM};
    return new AccessFacts("write", thread, frames, new LockFacts[0]);
  }

  @Test
  void whatTheProgramMayHaveHandedOverIsTheProgramsOwn() {
    Location array = new Location(Location.ARRAY, "int[]", "", 0, "int[]@1");
    Location map = new Location(Location.COLLECTION, "java.util.HashMap", "", -1, "HashMap@1");
    Location own = new Location(Location.FIELD, "com.acme.Order", "state", -1, "Order@1");
    Location handed = new Location(Location.FIELD, "org.other.Bag", "size", -1, "Bag@1");
    assertThat(foreign(array, library(), library())).isFalse();
    assertThat(foreign(map, library(), library())).isFalse();
    assertThat(foreign(own, library(), library())).isFalse();
    assertThat(foreign(handed, library(), library())).isFalse();
  }

  @Test
  void aStackThatMayLackFramesCountsAsTheProgramsOwn() {
    assertThat(foreign(FIELD, library(), access(stack(START, SPAWN), LOOP))).isFalse();
    assertThat(foreign(FIELD, library(), access(stack(START, SPAWN)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.util.Cache,    a package beside the program's",
    "org.mixed.Thing,        a package that came from an unversioned jar as well",
    "io.kin.api.Kin,         a family of which the program has packages of its own",
    "net.unknown.Thing,      a package whose origin is not known",
  })
  void doubtMakesItTheProgramsOwn(String className, String why) {
    assertThat(guessed.library(className)).as(why).isNull();
    assertThat(guessed.owns(frame(className, "run", 1))).as(why).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/home/ada/.m2/repository/a/b/1.0/b-1.0.jar,          b 1.0",
    "/srv/app.jar!/BOOT-INF/lib/netty-4.2.20.Final.jar!/, netty 4.2.20.Final",
    "/srv/lib/guava-33.8.0-jre.jar,                       guava 33.8.0-jre",
    "/home/ada/project/lib/b-1.0.jar,                     b 1.0",
    "/home/ada/project/core/target/core-1.0.jar,",
    "/home/ada/project/core/build/libs/core-1.0.jar,",
    "/home/ada/project/core-1.0.jar,",
    "/srv/lib/core-1.0-SNAPSHOT.jar,",
    "/srv/lib/core.jar,",
    "/srv/classes,",
    "/opt/main-7.jar,",
    "/opt/part-7.jar,",
    "'',",
  })
  void onlyReleasedJarsFromElsewhereAreLibraries(String location, String library) {
    LibraryJars jars = new LibraryJars("/opt/main-7.jar", "/home/ada/project");
    LibraryJars.Library found = jars.of(new String[] {location});
    assertThat(found == null ? null : found.toString()).isEqualTo(library);
  }

  @Test
  void withoutACommandNothingIsForeign() {
    AppCode embedded = new AppCode(ClassPatterns.NONE, "", "", "");
    assertThat(embedded.isForeign(new RaceFinding(FIELD, library(), library()))).isFalse();
  }

  @Test
  void patternsDecideAlone() {
    AppCode named = new AppCode(ClassPatterns.parse("com.acme"), "com.acme.Main", "", "");
    assertThat(named.isForeign(new RaceFinding(FIELD, library(), library()))).isTrue();
    Location map = new Location(Location.COLLECTION, "java.util.HashMap", "", -1, "HashMap@1");
    assertThat(named.isForeign(new RaceFinding(map, library(), library()))).isTrue();
    AccessFacts called = access(stack(START, SPAWN), LOOP, MAIN, BOTTOM);
    assertThat(named.isForeign(new RaceFinding(FIELD, library(), called))).isFalse();
    AccessFacts cut = access(stack(START, SPAWN), LOOP);
    assertThat(named.isForeign(new RaceFinding(FIELD, library(), cut))).isFalse();
    AppCode all = new AppCode(ClassPatterns.parse("*"), "com.acme.Main", "", "");
    assertThat(all.isForeign(new RaceFinding(FIELD, library(), library()))).isFalse();
  }
}
