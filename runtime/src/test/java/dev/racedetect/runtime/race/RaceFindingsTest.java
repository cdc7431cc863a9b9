package dev.racedetect.runtime.race;

import static dev.racedetect.runtime.race.Races.frame;
import static dev.racedetect.runtime.race.Races.read;
import static dev.racedetect.runtime.race.Races.worker;
import static dev.racedetect.runtime.race.Races.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RaceFindingsTest {

  private final List<String> accepted = new ArrayList<>();

  private static RaceFinding on(String field) {
    return new RaceFinding(
        new Location(Location.FIELD, RaceFindingsTest.class.getName(), field, -1, null),
        write(worker(1), frame("A", "a", 1)),
        read(worker(2), frame("B", "b", 2)));
  }

  private boolean accept(RaceFinding finding, String fingerprint, String hint) {
    return accepted.add(fingerprint);
  }

  @Test
  void reportsEachRaceOnce() {
    RaceFindings.to(this::accept);
    assertThat(RaceFindings.report(on("once"))).isTrue();
    assertThat(RaceFindings.report(on("once"))).isFalse();
    assertThat(RaceFindings.report(on("another"))).isTrue();
    assertThat(accepted).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void offersSuppressedRacesAgain() {
    RaceFindings.to((finding, fingerprint, hint) -> false);
    assertThat(RaceFindings.report(on("suppressed"))).isFalse();
    RaceFindings.to(this::accept);
    assertThat(RaceFindings.report(on("suppressed"))).isTrue();
  }

  @Test
  void dropsRacesFoundWhileReporting() {
    RaceFindings.to(
        (finding, fingerprint, hint) -> {
          assertThat(RaceFindings.report(on("inner"))).isFalse();
          return accept(finding, fingerprint, hint);
        });
    assertThat(RaceFindings.report(on("outer"))).isTrue();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void survivesItsSinkAndTriesAgain() {
    RaceFindings.to(
        (finding, fingerprint, hint) -> {
          throw new OutOfMemoryError("thrown by a test");
        });
    assertThat(RaceFindings.report(on("failing"))).isFalse();
    RaceFindings.to(this::accept);
    assertThat(RaceFindings.report(on("failing"))).isTrue();
  }

  @Test
  void manyThreadsReportEachRaceOnce() throws InterruptedException {
    RaceFindings.to(this::accept);
    int threads = 8;
    int races = 200;
    CountDownLatch together = new CountDownLatch(threads);
    Thread[] reporters = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      reporters[i] =
          new Thread(
              () -> {
                together.countDown();
                for (int race = 0; race < races; race++) {
                  RaceFindings.report(on("many" + race));
                }
              });
      reporters[i].start();
    }
    for (Thread reporter : reporters) {
      reporter.join();
    }
    assertThat(accepted).hasSize(races).doesNotHaveDuplicates();
  }
}
