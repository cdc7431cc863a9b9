package dev.racedetect.runtime.race;

import static dev.racedetect.runtime.race.Races.array;
import static dev.racedetect.runtime.race.Races.field;
import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.read;
import static dev.racedetect.runtime.race.Races.worker;
import static dev.racedetect.runtime.race.Races.write;
import static dev.racedetect.runtime.race.Races.writeRead;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static RaceFinding between(String className, String method) {
    return new RaceFinding(
        field(),
        write(worker(1), frame(className, method, 1)),
        read(worker(2), frame("A", "b", 2)));
  }

  private static void same(RaceFinding one, RaceFinding other) {
    assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
  }

  private static void different(RaceFinding one, RaceFinding other) {
    assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
  }

  @Test
  void isTheSameForeverSinceUsersStoreIt() {
    assertThat(Fingerprint.of(writeRead())).isEqualTo("4e1d5b3578ef8a31");
  }

  @Test
  void ignoresLinesThreadsAndObjects() {
    Location elsewhere = new Location(Location.FIELD, "com.acme.Counter", "value", -1, "Counter@9");
    same(
        new RaceFinding(
            elsewhere,
            write(worker(8), frame("com.acme.Counter", "inc", 1), frame("com.acme.Job", "run", 2)),
            read(worker(9), frame("com.acme.Counter", "get", 3), frame("com.acme.Job", "run", 4))),
        writeRead());
  }

  @Test
  void ignoresWhichAccessCameFirst() {
    RaceFinding race = writeRead();
    same(new RaceFinding(race.location(), race.previous(), race.current()), race);
  }

  @Test
  void ignoresTheDetectorsFramesAndTheJdks() {
    RaceFinding plain = between("com.acme.Counter", "inc");
    RaceFinding deep =
        new RaceFinding(
            field(),
            write(
                worker(1),
                frame("dev.racedetect.runtime.hook.FieldHooks", "beforeWrite", 1),
                frame("com.acme.Counter", "$rd$value", 1),
                frame("com.acme.Counter", "inc", 1),
                frame("java.lang.Thread", "runWith", 1),
                frame("java.lang.Thread", "run", 1)),
            read(worker(2), frame("A", "b", 2)));
    same(deep, plain);
  }

  @Test
  void ignoresFarCallers() {
    StackTraceElement[] near = {frame("A", "a", 1), frame("B", "b", 1), frame("C", "c", 1)};
    StackTraceElement[] far = {near[0], near[1], near[2], frame("D", "d", 1)};
    same(
        new RaceFinding(field(), write(worker(1), near), read(worker(2), near)),
        new RaceFinding(field(), write(worker(1), far), read(worker(2), near)));
  }

  @Test
  void ignoresNumbersOfGeneratedNames() {
    same(between("com.acme.A", "lambda$run$3"), between("com.acme.A", "lambda$run$14"));
    same(between("com.acme.A", "access$100"), between("com.acme.A", "access$002"));
    same(
        between("com.acme.A$$Lambda$14/0x0000ab", "run"),
        between("com.acme.A$$Lambda/0xcd", "run"));
    same(between("com.acme.$Proxy3", "run"), between("com.acme.$Proxy12", "run"));
  }

  @Test
  void survivesEditsThatMoveLinesAndRenumberLambdas() {
    RaceFinding before =
        new RaceFinding(
            field(),
            write(worker(1), frame("com.acme.A", "lambda$load$2", 40), frame("com.acme.A$$Lambda$31/0x1", "run", -1)),
            read(worker(2), frame("com.acme.A", "load$lambda$4$lambda$3", 41)));
    RaceFinding after =
        new RaceFinding(
            field(),
            write(worker(1), frame("com.acme.A", "lambda$load$5", 77), frame("com.acme.A$$Lambda/0x2", "run", -1)),
            read(worker(2), frame("com.acme.A", "load$lambda$6$lambda$5", 78)));
    same(before, after);
    same(between("com.acme.A", "$anonfun$load$3"), between("com.acme.A", "$anonfun$load$9"));
    different(between("com.acme.A", "lambda$load$1"), between("com.acme.A", "lambda$save$1"));
  }

  @Test
  void twoPairsOnOneFieldAreTwoRaces() {
    AccessFacts inc = write(worker(1), frame("com.acme.Counter", "inc", 1));
    AccessFacts get = read(worker(2), frame("com.acme.Counter", "get", 2));
    AccessFacts reset = write(worker(3), frame("com.acme.Counter", "reset", 3));
    different(new RaceFinding(field(), inc, get), new RaceFinding(field(), reset, get));
    different(new RaceFinding(field(), inc, get), new RaceFinding(field(), inc, reset));
    different(new RaceFinding(field(), inc, inc), new RaceFinding(field(), inc, reset));
  }

  @Test
  void keepsNumbersThatUsersWrote() {
    different(between("com.acme.A", "run1"), between("com.acme.A", "run2"));
    different(between("com.acme.A$1", "run"), between("com.acme.A$2", "run"));
  }

  @Test
  void tellsMembersMethodsAndOperationsApart() {
    RaceFinding race = writeRead();
    Location other = new Location(Location.FIELD, "com.acme.Counter", "total", -1, null);
    different(new RaceFinding(other, race.current(), race.previous()), race);
    different(between("com.acme.A", "run"), between("com.acme.A", "stop"));
    AccessFacts wrote = write(worker(2), race.previous().stack());
    different(new RaceFinding(race.location(), race.current(), wrote), race);
  }

  @Test
  void ignoresArrayIndexButNotElementType() {
    RaceFinding race = writeRead();
    RaceFinding third = new RaceFinding(array(), race.current(), race.previous());
    Location seventh = new Location(Location.ARRAY, "int[]", "", 7, "int[]@9");
    same(new RaceFinding(seventh, race.current(), race.previous()), third);
    Location longs = new Location(Location.ARRAY, "long[]", "", 3, "long[]@9");
    different(new RaceFinding(longs, race.current(), race.previous()), third);
  }
}
