package dev.racedetect.integration.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that share a JVM are told apart, and none is taken for good that did not end well. */
class CompanyTest {

  private static final String RACY =
      """
      class %s {
        static int x;
        public static void main(String[] args) throws Exception {
          Thread t = new Thread(() -> x = 1); // RACE x
          t.start();
          x = 2; // RACE x
          t.join();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void tellsApartWhatEachProgramFound() throws IOException {
    List<Program> programs =
        List.of(
            program("RaceFirst", RACY),
            program("NoRaceIdle", main("")),
            program("NoRaceThrows", main("throw new Exception();")),
            program("NoRaceThread", main("new Thread(() -> { throw new Error(); }).start();")),
            program("RaceLast", RACY));
    Jdk jdk = Jdks.all().get(0);
    Path classes = Sources.compile(jdk, programs.stream().map(Program::source).toList());
    Company company = Company.of(programs, jdk, classes, List.of(), Jvm.FAST_START);
    assertThat(ended(company, programs)).containsExactly("RaceFirst", "NoRaceIdle", "RaceLast");
    for (Program program : List.of(programs.get(0), programs.get(1), programs.get(4))) {
      Outcome outcome = company.outcome(program).orElseThrow();
      assertThat(program.complaintsOfFindings(outcome)).isEmpty();
    }
    assertThat(programs.get(0).complaintsOfFindings(company.outcome(programs.get(4)).orElseThrow()))
        .isNotEmpty();
  }

  @Test
  void losesOnlyThoseAfterAProgramThatEndsTheJvm() throws IOException {
    List<Program> programs =
        List.of(
            program("NoRaceIdle", main("")),
            program("NoRaceExit", main("Runtime.getRuntime().exit(0);")),
            program("NoRaceAfter", main("")));
    Jdk jdk = Jdks.all().get(0);
    Path classes = Sources.compile(jdk, programs.stream().map(Program::source).toList());
    Company company = Company.of(programs, jdk, classes, List.of(), Jvm.FAST_START);
    assertThat(ended(company, programs)).containsExactly("NoRaceIdle");
  }

  private static List<String> ended(Company company, List<Program> programs) {
    List<String> names = new ArrayList<>();
    for (Program program : programs) {
      if (company.outcome(program).isPresent()) {
        names.add(program.mainClass());
      }
    }
    return names;
  }

  private static String main(String body) {
    return "class %s { public static void main(String[] args) throws Exception { " + body + " } }";
  }

  private Program program(String name, String source) throws IOException {
    Path file = folder.resolve(name + ".java");
    return Program.read(Files.writeString(file, source.formatted(name)));
  }
}
