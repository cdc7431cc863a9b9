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
  void explainPrintsThePageOfTheHint() throws IOException {
    String hint = "only one of the two accesses holds a lock; the other needs the same lock";
    String file = file("one", RACE.replace("\"hint\":null", "\"hint\":\"" + hint + "\""));
    assertThat(cli.execute("explain", "9f2c", file)).isZero();
    assertThat(cli.out()).contains("# lock-on-one-side", "## Rule", "JLS 17.4.4", "## Right");
  }

  @Test
  void reportWritesSeveralFormsAtOnce() throws IOException {
    String in = file("in", RACE + SUMMARY);
    Path html = folder.resolve("new/r.html");
    Path sarif = folder.resolve("r.sarif");
    Path junit = folder.resolve("r.xml");
    assertThat(cli.execute("report", in, "--html=" + html, "--sarif=" + sarif, "--junit=" + junit))
        .isEqualTo(66);
    assertThat(html).content().startsWith("<!DOCTYPE html>");
    assertThat(sarif).content().contains("\"version\" : \"2.1.0\"");
    assertThat(junit).content().contains("<testsuite ");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).isEqualTo("racedetect: 1 new finding\n");
  }

  @Test
  void reportPrintsTheFormThatIsAskedFor() throws IOException {
    String in = file("in", RACE + SUMMARY);
    assertThat(cli.execute("report", "-f", "junit", in, "--exitcode=0")).isZero();
    assertThat(cli.out()).startsWith("<?xml");
    CommandLineFixture other = new CommandLineFixture();
    Path out = folder.resolve("out.txt");
    assertThat(other.execute("report", "-o", out.toString(), in)).isEqualTo(66);
    assertThat(out).content().contains("WARNING: DATA RACE");
    CommandLineFixture wrong = new CommandLineFixture();
    assertThat(wrong.execute("report", "-f", "pdf", in)).isEqualTo(2);
    assertThat(wrong.err()).contains("pdf").hasLineCount(1);
  }

  @Test
  void reportReadsFolders() throws IOException {
    file("a.jsonl", RACE + SUMMARY);
    file("b.jsonl", RACE.replace("9f2c", "9f2d") + SUMMARY);
    file("notes.txt", "not findings");
    assertThat(cli.execute("report", folder.toString())).isEqualTo(66);
    assertThat(cli.out()).contains("Found 2 data race(s)");
  }

  @Test
  void damageWithoutFindingsIsNotClean() throws IOException {
    assertThat(cli.execute("report", file("odd", SUMMARY + "oops\n" + SUMMARY))).isEqualTo(2);
    assertThat(cli.err()).contains("odd line 2");
  }

  @Test
  void baselineMakesFindingsKnown() throws IOException {
    String first = file("first", RACE + SUMMARY);
    String second = file("second", RACE + RACE.replace("9f2c", "9f2d") + SUMMARY);
    String base = folder.resolve("base.json").toString();
    assertThat(cli.execute("baseline", first, "-o", base, "--owner=ada")).isZero();
    CommandLineFixture known = new CommandLineFixture();
    assertThat(known.execute("report", first, "--baseline", base)).isZero();
    assertThat(known.out())
        .startsWith("racedetect: known: 9f2c000000000001 data race on field")
        .contains("(owner ada)");
    CommandLineFixture fresh = new CommandLineFixture();
    assertThat(fresh.execute("report", second, "--baseline", base)).isEqualTo(66);
    assertThat(fresh.out()).contains("Fingerprint: 9f2d").contains("Found 1 data race(s)");
    CommandLineFixture fixed = new CommandLineFixture();
    assertThat(fixed.execute("report", file("none", SUMMARY), "--baseline", base)).isZero();
    assertThat(fixed.out()).contains("racedetect: fixed, no longer found: 9f2c000000000001");
  }

  @Test
  void baselineKeepsRemarksAndPrunesOnDemand() throws IOException {
    String first = file("first", RACE + SUMMARY);
    String other = file("other", RACE.replace("9f2c", "9f2d") + SUMMARY);
    Path base = folder.resolve("base.json");
    cli.execute("baseline", first, "-o", base.toString(), "--owner=ada", "--expires=2020-01-31");
    CommandLineFixture again = new CommandLineFixture();
    assertThat(again.execute("baseline", first, other, "-o", base.toString())).isZero();
    assertThat(again.err()).contains("2 known, 1 added, 0 removed; 1 found again have expired");
    assertThat(base).content().contains("\"owner\" : \"ada\"", "9f2d000000000001");
    CommandLineFixture expired = new CommandLineFixture();
    assertThat(expired.execute("report", first, "--baseline", base.toString())).isEqualTo(66);
    assertThat(expired.out()).contains("known, but not any more (owner ada; until 2020-01-31)");
    CommandLineFixture pruned = new CommandLineFixture();
    pruned.execute("baseline", other, "-o", base.toString(), "--prune");
    assertThat(base).content().doesNotContain("9f2c000000000001").contains("9f2d000000000001");
    CommandLineFixture wrong = new CommandLineFixture();
    assertThat(wrong.execute("baseline", first, "--expires=soon")).isEqualTo(2);
    assertThat(wrong.err()).contains("'soon' is not a date");
  }

  @Test
  void explainNeedsOneRace() throws IOException {
    String file = file("one", RACE + RACE.replace("00001", "00002") + SUMMARY);
    assertThat(cli.execute("explain", "9f2c", file)).isEqualTo(2);
    assertThat(cli.err())
        .contains("2 findings have the fingerprint 9f2c")
        .contains("9f2c000000000002");
    CommandLineFixture other = new CommandLineFixture();
    assertThat(other.execute("explain", "abcd", file)).isEqualTo(2);
    assertThat(other.err()).contains("no finding has the fingerprint abcd");
  }

  @Test
  void optionsListsThemAll() {
    assertThat(cli.execute("options")).isZero();
    for (Option option : Option.values()) {
      assertThat(cli.out()).containsPattern("(?m)^" + option.key() + " ");
    }
    assertThat(cli.out()).contains("mode=canary");
  }

  @Test
  void helpAndVersion() {
    assertThat(cli.execute("--help")).isZero();
    assertThat(cli.out())
        .contains("run", "report", "baseline", "explain", "options", "generate-completion");
    assertThat(cli.out()).contains("Exit status:");
    assertThat(new CommandLineFixture().execute("--version")).isZero();
    for (String command : new String[] {"run", "report", "baseline", "explain", "options"}) {
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
