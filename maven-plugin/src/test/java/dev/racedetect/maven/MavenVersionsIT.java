package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oldest and the newest Maven, in a folder as only users have it. */
class MavenVersionsIT {

  @ParameterizedTest
  @EnumSource(names = {"OLDEST", "NEWEST"})
  void findsNamesAndSkips(MavenBuild.Maven maven) throws IOException, InterruptedException {
    MavenBuild build =
        MavenBuild.run(
            maven,
            "traps",
            "caf\u00e9 of " + maven,
            "verify",
            "-fae",
            "-pl",
            "racy,clean,hard-coded-arg-line,unknown-parameter");
    assertThat(build.error("racy"))
        .contains("race detected during execution of test com.acme.CounterTest.counts");
    assertThat(build.result("clean")).isEqualTo("SUCCESS");
    assertThat(build.error("hard-coded-arg-line"))
        .endsWith("write <argLine>@{argLine} -Xmx256m</argLine>");
    assertThat(build.error("unknown-parameter")).contains("has no parameter 'inclde'");
  }
}
