package dev.racedetect.integration.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program's comments promise, and what counts as breaking the promise. */
class ProgramTest {

  private static final String SOURCE =
      """
      package demo;
      // JDK 21+
      class RaceDemo {
        static int a; // an ordinary comment
        static int[] cells = new int[1];
        void one() {
          a++; // RACE a
          cells[0]++; // RACE int[]
        }
        void two() {
          a = cells[0]; // RACE a, int[]
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void readsPackageReleaseAndLabels() throws IOException {
    Program program = program("RaceDemo", SOURCE);
    assertThat(program.mainClass()).isEqualTo("demo.RaceDemo");
    assertThat(program.oldest()).isEqualTo(21);
    assertThat(program.runsOn(new Jdk(17, folder))).isFalse();
    assertThat(program.runsOn(new Jdk(25, folder))).isTrue();
    assertThat(program.labels().toString())
        .isEqualTo("[a on lines [7, 11], int[] on lines [8, 11]]");
  }

  @Test
  void isContentWhenEachLabelIsReportedOnItsLines() throws IOException {
    Outcome outcome =
        outcome(66, race("static", "demo.RaceDemo", "a", 11, 7), race("array", "int[]", "", 8, 11));
    assertThat(program("RaceDemo", SOURCE).complaints(outcome)).isEmpty();
  }

  @Test
  void complainsAboutAMissedLabel() throws IOException {
    Outcome outcome = outcome(66, race("static", "demo.RaceDemo", "a", 7, 7));
    assertThat(program("RaceDemo", SOURCE).complaints(outcome))
        .containsExactly("not reported: int[] on lines [8, 11]");
  }

  @Test
  void complainsAboutAnotherFieldOrAnotherLine() throws IOException {
    Outcome outcome =
        outcome(
            66,
            race("static", "demo.RaceDemo", "a", 11, 7),
            race("array", "int[]", "", 8, 8),
            race("static", "demo.RaceDemo", "a", 11, 8),
            race("static", "demo.RaceDemo", "cells", 11, 7));
    assertThat(program("RaceDemo", SOURCE).complaints(outcome))
        .hasSize(2)
        .allMatch(complaint -> complaint.startsWith("not announced: demo.RaceDemo."));
  }

  @Test
  void toleratesNothingInAProgramWithoutRace() throws IOException {
    Program program = program("NoRaceDemo", "class NoRaceDemo {}\n");
    assertThat(program.complaints(outcome(0))).isEmpty();
    assertThat(program.complaints(outcome(66, race("field", "NoRaceDemo", "a", 1, 1)))).hasSize(3);
  }

  @Test
  void keepsAFailingProgramsOwnExitStatus() throws IOException {
    Program program = program("RaceDemo", SOURCE + "// EXIT 3\n");
    Outcome outcome =
        outcome(3, race("static", "demo.RaceDemo", "a", 11, 7), race("array", "int[]", "", 8, 11));
    assertThat(program.complaints(outcome)).isEmpty();
  }

  @Test
  void complainsAboutAProgramThatFailsByItself() throws IOException {
    List<JsonNode> findings = outcome(0).findings();
    Outcome outcome = new Outcome(0, "", "Exception in thread \"t\" ...", findings);
    assertThat(program("NoRaceDemo", "class NoRaceDemo {}\n").complaints(outcome))
        .containsExactly("not silent on standard error", "the program failed");
    assertThat(program("FaultyDemo", "class FaultyDemo {}\n").complaints(outcome)).isEmpty();
  }

  @Test
  void allowsUnsafeToThoseWhoCallItWhereTheJdkWarnsOfThem() throws IOException {
    Program caller = program("NoRaceDemo", "class NoRaceDemo { sun.misc.Unsafe unsafe; }\n");
    assertThat(caller.jvmArgs(new Jdk(25, folder))).hasSize(1);
    assertThat(caller.jvmArgs(new Jdk(17, folder))).isEmpty();
    Program other = program("NoRaceOther", "class NoRaceOther {}\n");
    assertThat(other.jvmArgs(new Jdk(25, folder))).isEmpty();
  }

  @Test
  void complainsWhenTheDetectorWasSilentlyOff() throws IOException {
    Program program = program("NoRaceDemo", "class NoRaceDemo {}\n");
    assertThat(program.complaints(new Outcome(0, "", "", List.of())))
        .containsExactly("no summary: the detector was not at work to the end");
  }

  @Test
  void refusesNamesAndLabelsThatContradictEachOther() {
    assertThatIllegalArgumentException().isThrownBy(() -> program("RaceDemo", "class RaceDemo {}"));
    assertThatIllegalArgumentException().isThrownBy(() -> program("NoRaceDemo", SOURCE));
  }

  @Test
  void tellsNestedClassesAndGroupsApart() throws IOException {
    String source =
        """
        class RaceNested {
          x = 1; // RACE Box.x
          x = 2; // RACE x#other
        }
        """;
    Program program = program("RaceNested", source);
    Race box = raceIn("RaceNested.java", "RaceNested$Box", 2);
    assertThat(program.labels().get(0).announces(box, "RaceNested.java")).isTrue();
    assertThat(program.labels().get(1).announces(box, "RaceNested.java")).isFalse();
    Race flask = raceIn("RaceNested.java", "Flask", 3);
    assertThat(program.labels().get(0).announces(flask, "RaceNested.java")).isFalse();
    assertThat(program.labels().get(1).announces(flask, "RaceNested.java")).isTrue();
    Race elsewhere = raceIn("Other.java", "RaceNested$Box", 2);
    assertThat(program.labels().get(0).announces(elsewhere, "RaceNested.java")).isFalse();
  }

  private static Race raceIn(String file, String className, int line) {
    Race.Site site = new Race.Site(className, "m", file, line);
    return new Race("field", className, "x", site, site);
  }

  private Program program(String name, String text) throws IOException {
    return Program.read(Files.writeString(folder.resolve(name + ".java"), text));
  }

  /** What the detector leaves behind for a program in RaceDemo.java. */
  private static Outcome outcome(int exit, String... races) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> findings = new ArrayList<>();
    for (String race : races) {
      findings.add(mapper.readTree(race));
    }
    findings.add(mapper.readTree("{\"schema\":1,\"kind\":\"summary\",\"races\":0}"));
    return new Outcome(exit, "", races.length == 0 ? "" : "WARNING: DATA RACE", findings);
  }

  private static String race(
      String kind, String className, String member, int currentLine, int previousLine) {
    return """
    {"schema":1,"kind":"race",
     "location":{"kind":"%s","class":"%s","name":"%s"},
     "accesses":[{"op":"write","stack":[%s]},{"op":"read","stack":[%s,%s]}]}
    """
        .formatted(
            kind,
            className,
            member,
            frame("demo.RaceDemo", "RaceDemo.java", currentLine),
            frame("java.util.Arrays", "Arrays.java", 1),
            frame("demo.RaceDemo", "RaceDemo.java", previousLine));
  }

  private static String frame(String className, String file, int line) {
    return """
    {"class":"%s","method":"m","file":"%s","line":%d}\
    """
        .formatted(className, file, line);
  }
}
