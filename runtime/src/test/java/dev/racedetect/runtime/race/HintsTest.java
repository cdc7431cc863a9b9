package dev.racedetect.runtime.race;

import static dev.racedetect.runtime.race.Races.array;
import static dev.racedetect.runtime.race.Races.field;
import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.holding;
import static dev.racedetect.runtime.race.Races.lock;
import static dev.racedetect.runtime.race.Races.noLock;
import static dev.racedetect.runtime.race.Races.read;
import static dev.racedetect.runtime.race.Races.worker;
import static dev.racedetect.runtime.race.Races.write;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HintsTest {

  private static final AccessFacts WRITE = write(worker(1), frame("com.acme.Counter", "inc", 12));
  private static final AccessFacts READ = read(worker(2), frame("com.acme.Counter", "get", 16));

  private static String hint(Location location, AccessFacts current, AccessFacts previous) {
    return Hints.of(new RaceFinding(location, current, previous));
  }

  @Test
  void noLockOnEitherSide() {
    assertThat(hint(field(), WRITE, READ)).startsWith("no lock is held on either side; use");
    assertThat(hint(field(), WRITE, WRITE)).contains("both write");
    assertThat(hint(array(), WRITE, READ)).contains("volatile array field");
  }

  @Test
  void lockOnOneSide() {
    assertThat(hint(field(), holding(WRITE, lock("Object@1")), READ)).startsWith("only one");
    assertThat(hint(field(), WRITE, holding(READ, lock("Object@1")))).startsWith("only one");
  }

  @Test
  void differentLocks() {
    LockFacts elsewhere = new LockFacts("Object@2", null);
    assertThat(hint(field(), holding(WRITE, lock("Object@1")), holding(READ, elsewhere)))
        .startsWith("the two accesses hold different locks");
  }

  @Test
  void nothingIsSaidAboutLocksThatAreNotKnown() {
    AccessFacts unknown = new AccessFacts("read", READ.thread(), READ.stack(), null);
    assertThat(hint(field(), WRITE, unknown)).isNull();
    assertThat(hint(field(), holding(WRITE, lock("Object@1")), unknown)).isNull();
  }

  @Test
  void unsafePublication() {
    AccessFacts constructor = write(worker(1), frame("com.acme.Counter", "<init>", 5));
    assertThat(hint(field(), READ, constructor)).contains("after its constructor");
    AccessFacts elsewhere = write(worker(1), frame("com.acme.Other", "<init>", 5));
    assertThat(hint(field(), READ, elsewhere)).startsWith("no lock");
  }

  @Test
  void collection() {
    Location map = new Location(Location.COLLECTION, "java.util.HashMap", "", -1, "HashMap@1");
    assertThat(hint(map, holding(WRITE, noLock()), READ)).contains("java.util.concurrent");
  }

  private static Location declared(String kind, String declaration) {
    String name = kind.equals(Location.ARRAY) ? "" : "value";
    return new Location(kind, "com.acme.Counter", name, 0, "Counter@1", declaration);
  }

  private static AccessFacts in(AccessFacts access, String method, int line) {
    StackTraceElement[] stack = {frame("com.acme.Counter", method, line)};
    return new AccessFacts(access.op(), access.thread(), stack, access.locks());
  }

  @Test
  void differentLocksAreNamed() {
    assertThat(hint(field(), holding(WRITE, lock("A@1")), holding(READ, lock("B@2"))))
        .isEqualTo(Hint.REASSIGNED_LOCK.sentence() + " (A@1 against B@2)");
    LockFacts elsewhere = new LockFacts("B@2", Races.stack(frame("com.acme.Job", "run", 99)));
    assertThat(hint(field(), holding(WRITE, lock("A@1")), holding(READ, elsewhere)))
        .isEqualTo(Hint.DIFFERENT_LOCKS.sentence() + " (A@1 against B@2)");
    assertThat(hint(field(), holding(WRITE, lock("Integer@1")), holding(READ, lock("Integer@2"))))
        .isEqualTo(Hint.BOXED_LOCK.sentence() + " (Integer@1 against Integer@2)");
  }

  @Test
  void writesUnderAReadLock() {
    LockFacts[] read = lock("ReentrantReadWriteLock$ReadLock@7");
    assertThat(hint(field(), holding(WRITE, read), holding(READ, read)))
        .isEqualTo(Hint.READ_LOCK_WRITE.sentence());
  }

  @Test
  void capturedHolders() {
    Location holder = declared(Location.ARRAY, "int[1]");
    AccessFacts lambda = in(WRITE, "lambda$main$0", 3);
    assertThat(hint(holder, lambda, READ)).isEqualTo(Hint.CAPTURED_HOLDER.sentence());
    assertThat(hint(declared(Location.ARRAY, "int[12]"), lambda, READ)).contains("elements");
    Location kotlin = new Location("field", "kotlin.jvm.internal.Ref$IntRef", "element", -1, "R@1");
    assertThat(hint(kotlin, WRITE, READ)).isEqualTo(Hint.CAPTURED_HOLDER.sentence());
  }

  @Test
  void lazyInitialisationIsAboutObjectsAndMethodsThatAreAskedForThem() {
    Location object = declared(Location.STATIC, "private static com.acme.Pool value");
    assertThat(hint(object, in(READ, "getPool", 3), in(WRITE, "getPool", 4)))
        .isEqualTo(Hint.LAZY_INITIALISATION.sentence());
    assertThat(hint(object, in(READ, "push", 3), in(WRITE, "push", 4))).startsWith("no lock");
    Location number = declared(Location.STATIC, "private static long value");
    assertThat(hint(number, in(READ, "getAndAdd", 3), in(WRITE, "getAndAdd", 3)))
        .startsWith("no lock");
  }

  @Test
  void racySingleCheckIsAboutCachesOfSmallValues() {
    AccessFacts reads = in(READ, "hashCode", 3);
    AccessFacts writes = in(WRITE, "hashCode", 4);
    assertThat(hint(declared(Location.FIELD, "private int value"), reads, writes))
        .startsWith("info: ");
    assertThat(hint(declared(Location.FIELD, "private long value"), reads, writes))
        .startsWith("no lock");
    assertThat(hint(declared(Location.FIELD, "private int value"), reads, in(WRITE, "inc", 4)))
        .startsWith("no lock");
  }

  @Test
  void whatTheCreatorOfAThreadDoesAfterwards() {
    // Workers are created by t1 in App.main, line 7.
    AccessFacts childReads = read(worker(2), frame("com.acme.Job", "run", 1));
    AccessFacts childWrites = write(worker(2), frame("com.acme.Job", "run", 1));
    AccessFacts mutates = write(Races.main(), frame("com.acme.App", "main", 9));
    AccessFacts looks = read(Races.main(), frame("com.acme.App", "main", 9));
    AccessFacts before = write(Races.main(), frame("com.acme.App", "main", 5));
    assertThat(hint(field(), childReads, mutates))
        .isEqualTo(Hint.SUBMITTED_THEN_MUTATED.sentence());
    assertThat(hint(field(), looks, childWrites)).isEqualTo(Hint.NOT_WAITED.sentence());
    assertThat(hint(field(), childReads, before)).startsWith("no lock");
  }

  @Test
  void everyHintIsFoundAgainByItsSentence() {
    for (Hint hint : Hint.values()) {
      assertThat(Hint.of(hint.sentence())).isEqualTo(hint);
      assertThat(Hint.of(hint.sentence() + " (A@1 against B@2)")).isEqualTo(hint);
      assertThat(hint.sentence()).doesNotEndWith(".").doesNotContain("\n");
    }
    assertThat(Hint.of("something of another version")).isNull();
  }

  private static RaceFinding met(AccessFacts current, AccessFacts previous) {
    return new RaceFinding(field(), current, previous, null, true);
  }

  @Test
  void writesAfterTheReleaseThatTheOtherHasAcquired() {
    assertThat(Hints.of(met(READ, WRITE))).isEqualTo(Hint.RELEASED_TOO_EARLY.sentence());
    assertThat(Hints.of(met(WRITE, READ))).isEqualTo(Hint.RELEASED_TOO_EARLY.sentence());
    assertThat(Hints.of(met(READ, holding(WRITE, lock("Object@1"))))).startsWith("only one");
  }

  private static AccessFacts inTask(AccessFacts access, String submitter, int line) {
    StackTraceElement[] at = {frame("com.acme.Counter", submitter, line)};
    ThreadFacts pools =
        new ThreadFacts(9, "pool-1", false, false, null, new StackTraceElement[0], at);
    return new AccessFacts(access.op(), pools, access.stack(), access.locks());
  }

  @Test
  void tasksAreWaitedForAndNotMutatedAsThreadsAre() {
    AccessFacts taskReads = inTask(READ, "send", 10);
    AccessFacts taskWrites = inTask(WRITE, "send", 10);
    assertThat(Hints.of(met(taskReads, in(WRITE, "send", 11))))
        .isEqualTo(Hint.SUBMITTED_THEN_MUTATED.sentence());
    assertThat(hint(field(), taskReads, in(WRITE, "send", 11))).startsWith("no lock");
    assertThat(hint(field(), in(READ, "send", 11), taskWrites))
        .isEqualTo(Hint.NOT_WAITED.sentence());
    assertThat(hint(field(), in(READ, "send", 9), taskWrites)).startsWith("no lock");
  }
}
