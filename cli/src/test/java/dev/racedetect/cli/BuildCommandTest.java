package dev.racedetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the command makes of its arguments; what becomes of jars is tested beside the maker. */
class BuildCommandTest {

  private final CommandLineFixture cli = new CommandLineFixture();

  private void refused(String part) {
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("racedetect: ").contains(part).hasLineCount(1);
  }

  @Test
  void aJarIsNeeded() {
    assertThat(cli.execute("build")).isEqualTo(2);
    refused("Missing required parameter: 'JAR'");
  }

  @Test
  void aMissingJarIsSaid() {
    assertThat(cli.execute("build", "no/such.jar", "-o", "out.jar")).isEqualTo(2);
    refused("such.jar: no such file");
  }

  @Test
  void optionsAreCheckedBeforeAnythingIsWritten() {
    assertThat(cli.execute("build", "no/such.jar", "--option", "jason=x")).isEqualTo(2);
    refused("did you mean 'json'");
  }

  @Test
  void outputIsNoOption() {
    assertThat(cli.execute("build", "no/such.jar", "-o", "json=x")).isEqualTo(2);
    refused("use --option json=x");
  }

  @Test
  void oneJarIsEnough() {
    assertThat(cli.execute("build", "app.jar", "app-race.jar")).isEqualTo(2);
    refused("app-race.jar");
    assertThat(cli.err()).doesNotContain("'run ");
  }

  @Test
  void helpHasExamples() {
    assertThat(cli.execute("build", "--help")).isZero();
    assertThat(cli.out())
        .contains("racedetect build app.jar", "java -jar app-race.jar", "RACEDETECT=\"");
  }
}
