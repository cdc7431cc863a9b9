package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Reports of several modules in one. */
class AggregateIT {

  @Test
  void raceOfTwoModulesIsReportedOnce() throws IOException, InterruptedException {
    MavenBuild build =
        MavenBuild.run("aggregate", "aggregate", "verify", "-Drace.haltOnFailure=false");
    assertThat(build.succeeded()).as(build.output()).isTrue();
    assertThat(build.output()).contains("[ERROR] data race: ");
    assertThat(build.module("one").resolve("target/racedetect/report.txt"))
        .content()
        .containsOnlyOnce("WARNING: DATA RACE");
    assertThat(build.module("all").resolve("target/racedetect-aggregate/report.txt"))
        .content()
        .containsOnlyOnce("WARNING: DATA RACE")
        .contains("Found 1 data race(s)");
    assertThat(Files.exists(build.module("all").resolve("target/racedetect/report.txt"))).isFalse();
  }
}
