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
    assertThat(hint(field(), holding(WRITE, lock("Object@1")), holding(READ, lock("Object@2"))))
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
}
