package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgLineTest {

  private static final String JAR = "/repo/racedetect.jar";
  private static final String AGENT = "-javaagent:/repo/racedetect.jar=exitcode=0";

  private static String prepend(String line) {
    return ArgLine.prepend(AGENT, JAR, line);
  }

  @Test
  void goesFirst() {
    assertThat(prepend("")).isEqualTo(AGENT);
    assertThat(prepend("-Xmx1g  -Da=b")).isEqualTo(AGENT + " -Xmx1g -Da=b");
  }

  @Test
  void replacesItself() {
    String twice = prepend("-javaagent:/repo/racedetect.jar=mode=full -Xmx1g");
    assertThat(twice).isEqualTo(AGENT + " -Xmx1g");
    assertThat(prepend(twice)).isEqualTo(twice);
    assertThat(prepend("-javaagent:/repo/racedetect.jar")).isEqualTo(AGENT);
  }

  @Test
  void leavesOthersAlone() {
    String others = "-javaagent:/repo/jacoco.jar=destfile=x @{more} \"-Dname=a b\" -Dq='c d'";
    assertThat(prepend(others)).isEqualTo(AGENT + " " + others);
    String similar = "-javaagent:/repo/racedetect.jar.old=x";
    assertThat(prepend(similar)).isEqualTo(AGENT + " " + similar);
  }

  @Test
  void quotesSpacesAndReplacesWhatItQuoted() {
    String agent = "-javaagent:/my repo/racedetect.jar=include='a,b'";
    String line = ArgLine.prepend(agent, "/my repo/racedetect.jar", "-Xmx1g");
    assertThat(line).isEqualTo("\"" + agent + "\" -Xmx1g");
    assertThat(ArgLine.prepend(agent, "/my repo/racedetect.jar", line)).isEqualTo(line);
  }
}
