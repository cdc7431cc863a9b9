package dev.racedetect.integration.harness;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests made of a folder of single-file programs: each program on each JDK that was found, under
 * the shipped jar, held against what its name and comments promise.
 *
 * <p>The form of the promises is described in {@code integration/src/test/programs/README.md}.
 */
public final class Programs {

  /**
   * System property: {@code true} to give each program a JVM of its own on every JDK. Else one in
   * {@link #ONE_IN} has its own on the newest JDK, and all others share JVMs as far as they can.
   */
  private static final String ALONE = "racedetect.alone";

  /** The start of a JVM is most of what a short program costs; all alone, they cost ten minutes. */
  private static final int ONE_IN = 3;

  /**
   * Verifying the JDK's classes too costs a quarter of a second each time: once a folder is enough.
   */
  private static final String VERIFY_AS_USUAL = "-Xverify:remote";

  private record Sharing(Jdk jdk, List<Program> programs, List<String> options) {}

  private static final Map<Sharing, Company> COMPANIES = new ConcurrentHashMap<>();

  private Programs() {}

  /**
   * Returns the repository's top folder.
   *
   * @throws IllegalStateException if the working folder is not within the repository
   */
  public static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("integration/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not started within the repository");
    }
    return folder;
  }

  /**
   * Returns one test for each program below a folder and each JDK that can run it, grouped by the
   * folders that hold them. The tests of a folder run beside one another, if the platform's
   * configuration lets them.
   *
   * @param root an existing folder
   * @param jvmArgs options that each program is started with
   */
  public static Stream<DynamicContainer> testsBelow(Path root, String... jvmArgs) {
    return testsBelow(root, List.of(), jvmArgs);
  }

  /**
   * Returns the same tests with options of the agent.
   *
   * @param options each {@code key=value}
   */
  public static Stream<DynamicContainer> testsBelow(
      Path root, List<String> options, String... jvmArgs) {
    Map<Path, List<Program>> byFolder =
        read(root).stream()
            .collect(
                Collectors.groupingBy(
                    program -> program.source().getParent(), TreeMap::new, Collectors.toList()));
    if (byFolder.isEmpty()) {
      throw new IllegalStateException("no programs below " + root);
    }
    return byFolder.entrySet().stream()
        .map(
            folder ->
                DynamicContainer.dynamicContainer(
                    container ->
                        container
                            .displayName(root.relativize(folder.getKey()).toString())
                            .childExecutionMode(ExecutionMode.CONCURRENT)
                            .children(tests(folder.getValue(), options, jvmArgs).stream())));
  }

  /**
   * Returns one test for each folder below a given one and each JDK: its programs without a race,
   * as far as they can share a JVM, run one after another in one and report nothing.
   *
   * @param options of the agent, each {@code key=value}
   * @param jvmArgs options that the JVM is started with
   */
  public static Stream<DynamicTest> silentBelow(
      Path root, List<String> options, String... jvmArgs) {
    Map<Path, List<Program>> byFolder =
        read(root).stream()
            .filter(p -> p.labels().isEmpty() && p.isSociable())
            .collect(
                Collectors.groupingBy(
                    program -> program.source().getParent(), TreeMap::new, Collectors.toList()));
    return byFolder.entrySet().stream()
        .flatMap(
            folder ->
                Jdks.all().stream()
                    .map(
                        jdk ->
                            DynamicTest.dynamicTest(
                                root.relativize(folder.getKey()) + " [" + jdk + "]",
                                () -> checkSilent(folder.getValue(), jdk, options, jvmArgs))));
  }

  private static void checkSilent(
      List<Program> programs, Jdk jdk, List<String> options, String... jvmArgs) {
    List<Program> runnable = programs.stream().filter(p -> p.runsOn(jdk)).toList();
    if (runnable.isEmpty()) {
      return;
    }
    Path classes = Sources.compile(jdk, runnable.stream().map(Program::source).toList());
    Company company = Company.of(runnable, jdk, classes, options, jvmArgs);
    int judged = 0;
    for (Program program : runnable) {
      Optional<Outcome> outcome = company.outcome(program);
      if (outcome.isPresent()) {
        judged++;
        if (!outcome.get().races().isEmpty()) {
          fail(program.mainClass() + " reported " + outcome.get().races());
        }
      }
    }
    if (2 * judged < runnable.size()) {
      fail("only " + judged + " of " + runnable.size() + " programs have run");
    }
  }

  private static List<Program> read(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Program::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DynamicTest> tests(
      List<Program> programs, List<String> options, String... jvmArgs) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Program program : programs) {
      for (Jdk jdk : Jdks.all()) {
        if (program.runsOn(jdk)) {
          tests.add(
              DynamicTest.dynamicTest(
                  test ->
                      test.displayName(program.mainClass() + " [" + jdk + "]")
                          .testSourceUri(program.source().toUri())
                          .executionMode(ExecutionMode.CONCURRENT)
                          .executable(() -> check(program, jdk, programs, options, jvmArgs))));
        }
      }
    }
    return tests;
  }

  private static boolean sharesJvms(Program program, Jdk jdk) {
    boolean own =
        jdk.equals(Jdks.newest()) && Math.floorMod(program.mainClass().hashCode(), ONE_IN) == 0;
    return !own && !Boolean.getBoolean(ALONE);
  }

  private static void check(
      Program program, Jdk jdk, List<Program> neighbours, List<String> options, String... jvmArgs) {
    List<Path> sources =
        neighbours.stream()
            .filter(p -> p.runsOn(jdk) && p.isOrdinary())
            .map(Program::source)
            .toList();
    Path classes =
        program.isOrdinary()
            ? Sources.compile(jdk, sources)
            : Sources.compilePreview(jdk, program.source());
    if (program.isSociable() && sharesJvms(program, jdk)) {
      List<Program> sociable =
          neighbours.stream().filter(p -> p.runsOn(jdk) && p.isSociable()).toList();
      Company company =
          COMPANIES.computeIfAbsent(
              new Sharing(jdk, sociable, options),
              key -> Company.of(sociable, jdk, classes, options, jvmArgs));
      Optional<Outcome> shared = company.outcome(program);
      if (shared.isPresent() && program.complaintsOfFindings(shared.get()).isEmpty()) {
        return;
      }
    }
    Outcome outcome =
        Jvm.on(jdk)
            .agent(options.toArray(new String[0]))
            .jvmArgs(VERIFY_AS_USUAL)
            .jvmArgs(jvmArgs)
            .jvmArgs(program.jvmArgs(jdk))
            .classpath(classes)
            .main(program.mainClass())
            .run();
    List<String> complaints = program.complaints(outcome);
    if (program.knownGap().isPresent()) {
      if (complaints.isEmpty()) {
        fail("no longer a known gap, remove the comment: " + program.knownGap().get());
      }
    } else if (!complaints.isEmpty()) {
      fail(String.join("\n", complaints) + "\n" + outcome.describe());
    }
  }
}
