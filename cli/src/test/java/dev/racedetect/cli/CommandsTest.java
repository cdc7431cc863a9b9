package dev.racedetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.options.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final String RACE =
      """
      {"schema":1,"kind":"race","fingerprint":"9f2c000000000001",\
      "location":{"kind":"field","class":"com.acme.Counter","name":"value","index":null,\
      "object":"Counter@1"},"accesses":[\
      {"op":"write","thread":"t23","stack":[{"class":"com.acme.Counter","method":"inc",\
      "file":"Counter.java","line":12}],"locks":[]},\
      {"op":"read","thread":"t22","stack":[],"locks":[]}],\
      "threads":[{"id":"t23","name":"w","createdAt":[]},{"id":"t22","name":"v","createdAt":[]}],\
      "hint":null}
      """;
  private static final String SUMMARY =
      """
      {"schema":1,"kind":"summary","races":0,"escapes":0,"classes":{"instrumented":5,"skipped":0},\
      "seconds":1.0}
      """;

  private final CommandLineFixture cli = new CommandLineFixture();
  private @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void reportMergesFiles() throws IOException {
    String one = file("one", RACE + SUMMARY);
    String other = file("other", RACE + RACE.replace("9f2c", "9f2d") + SUMMARY);
    assertThat(cli.execute("report", one, other)).isEqualTo(66);
    assertThat(cli.out())
        .contains("Write of field com.acme.Counter.value (Counter@1) by thread \"w\" (id 23):\n")
        .containsOnlyOnce("Fingerprint: 9f2c000000000001\n")
        .endsWith("Found 2 data race(s)\nracedetect: 10 classes instrumented, 0 skipped\n");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void reportOfACleanRunIsEmpty() throws IOException {
    assertThat(cli.execute("report", file("clean", SUMMARY))).isZero();
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void reportSaysThatARunWasCutShort() throws IOException {
    assertThat(cli.execute("report", file("killed", RACE))).isEqualTo(66);
    assertThat(cli.err()).contains("no summary, the program was killed or still runs");
  }

  @Test
  void reportRefusesWhatItCannotRead() throws IOException {
    assertThat(cli.execute("report", file("odd", "oops\n"))).isEqualTo(2);
    assertThat(cli.err()).startsWith("racedetect: ").contains("odd line 1").hasLineCount(1);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void explain() throws IOException {
    String file = file("one", RACE + SUMMARY);
    assertThat(cli.execute("explain", "9f2c", file)).isZero();
    assertThat(cli.out())
        .contains("Fingerprint: 9f2c000000000001\n")
        .contains("JLS 17.4.5")
        .contains("Found in 1 record(s)");
  }

  @Test
  void explainNeedsOneRace() throws IOException {
    String file = file("one", RACE + RACE.replace("00001", "00002") + SUMMARY);
    assertThat(cli.execute("explain", "9f2c", file)).isEqualTo(2);
    assertThat(cli.err())
        .contains("2 races have the fingerprint 9f2c")
        .contains("9f2c000000000002");
    CommandLineFixture other = new CommandLineFixture();
    assertThat(other.execute("explain", "abcd", file)).isEqualTo(2);
    assertThat(other.err()).contains("no race has the fingerprint abcd");
  }

  @Test
  void optionsListsThemAll() {
    assertThat(cli.execute("options")).isZero();
    for (Option option : Option.values()) {
      assertThat(cli.out()).containsPattern("(?m)^" + option.key() + " ");
    }
    assertThat(cli.out()).contains("only full is available");
  }

  @Test
  void helpAndVersion() {
    assertThat(cli.execute("--help")).isZero();
    assertThat(cli.out()).contains("run", "report", "explain", "options", "generate-completion");
    assertThat(cli.out()).contains("Exit status:");
    assertThat(new CommandLineFixture().execute("--version")).isZero();
    for (String command : new String[] {"run", "report", "explain", "options"}) {
      CommandLineFixture other = new CommandLineFixture();
      assertThat(other.execute(command, "--help")).isZero();
      assertThat(other.out()).startsWith("Usage: racedetect " + command);
    }
  }

  @Test
  void generateCompletion() {
    assertThat(cli.execute("generate-completion")).isZero();
    assertThat(cli.out()).startsWith("#!").contains("complete -F");
  }

  @Test
  void wrongUsageIsOneLine() {
    assertThat(cli.execute("rnu")).isEqualTo(2);
    assertThat(cli.err()).startsWith("racedetect: ").contains("rnu").hasLineCount(1);
    CommandLineFixture other = new CommandLineFixture();
    assertThat(other.execute()).isEqualTo(2);
    assertThat(other.err()).contains("see 'racedetect --help'").hasLineCount(1);
  }
}
