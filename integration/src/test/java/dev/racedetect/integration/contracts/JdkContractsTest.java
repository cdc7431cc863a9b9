package dev.racedetect.integration.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Programs;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of the JDK's classes fit every JDK found, and can be missed one by one. */
class JdkContractsTest {
  private static final Path TABLES =
      Programs.repository().resolve("agent/src/main/resources/dev/racedetect/agent/contracts");

  private static final Pattern OWNERS = Pattern.compile("class ([^#\\[]+)(?:\\[([0-9.+]+)])?.*");

  private static final String LOADER =
      """
      public class LoadAll {
        public static void main(String[] names) {
          for (String name : names) {
            try {
              Class.forName(name, false, ClassLoader.getPlatformClassLoader());
            } catch (ClassNotFoundException e) {
              System.out.println("absent " + name);
            }
          }
        }
      }
      """;

  /** A class whose contract is taken out of the table, and correct programs that use it. */
  private static final Map<String, List<String>> USES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ArrayBlockingQueue", List.of("collections/NoRaceArrayBlockingQueue")),
              Map.entry("CompletableFuture", List.of("tasks/NoRaceThenCompose")),
              Map.entry("ConcurrentHashMap", List.of("collections/NoRaceMapCompute")),
              Map.entry("ConcurrentSkipListMap", List.of("collections/NoRaceSkipListMap")),
              Map.entry("CountDownLatch", List.of("synchronizers/NoRaceLatch")),
              Map.entry("CyclicBarrier", List.of("synchronizers/NoRaceBarrier")),
              Map.entry("Exchanger", List.of("synchronizers/NoRaceExchanger")),
              Map.entry("FutureTask", List.of("tasks/NoRaceFutureTask")),
              Map.entry("LinkedTransferQueue", List.of("collections/NoRaceLinkedTransferQueue")),
              Map.entry("Phaser", List.of("synchronizers/NoRacePhaser")),
              Map.entry("Semaphore", List.of("synchronizers/NoRaceSemaphore")),
              Map.entry("SubmissionPublisher", List.of("contracts/NoRacePublisher")),
              Map.entry("locks.ReentrantLock", List.of("locks/NoRaceTimedAwait"))));

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyRowHasItsPlace(Jdk jdk) throws IOException {
    Path source = Files.writeString(folder.resolve("LoadAll.java"), LOADER);
    Outcome outcome =
        Jvm.on(jdk)
            .agent("extra_edges=true")
            .jvmArgs(Jvm.FAST_START)
            .classpath(Sources.compile(jdk, source))
            .main("LoadAll")
            .args(owners(jdk.feature()).toArray(new String[0]))
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.out()).as("classes without a mark of releases").isEmpty();
    assertThat(outcome.ofKind("degraded")).as("rows without a mark of releases").isEmpty();
  }

  /** The classes of all tables that a release is to have. */
  private static List<String> owners(int feature) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".contracts")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          Matcher owners = OWNERS.matcher(line);
          if (owners.matches() && isIn(feature, owners.group(2))) {
            for (String name : owners.group(1).split(",")) {
              names.add(name.strip());
            }
          }
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(100);
    return names;
  }

  private static boolean isIn(int feature, String range) {
    if (range == null) {
      return true;
    }
    String[] ends = range.replace("+", "..").split("\\.\\.", -1);
    return (ends[0].isEmpty() || feature >= Integer.parseInt(ends[0]))
        && (ends[1].isEmpty() || feature <= Integer.parseInt(ends[1]));
  }

  @TestFactory
  Stream<DynamicTest> withoutItsContractAClassIsFollowedByWhatItDoes() {
    return USES.entrySet().stream()
        .flatMap(
            use ->
                Jdks.all().stream()
                    .flatMap(
                        jdk ->
                            use.getValue().stream()
                                .map(
                                    program ->
                                        DynamicTest.dynamicTest(
                                            program + " without " + use.getKey() + " " + jdk,
                                            () -> runWithout(jdk, use.getKey(), program)))));
  }

  private static void runWithout(Jdk jdk, String type, String program) {
    Path source =
        Programs.repository().resolve("integration/src/test/programs/" + program + ".java");
    Outcome outcome =
        Jvm.on(jdk)
            .agent()
            .jvmArgs(Jvm.FAST_START)
            .jvmArgs("-Ddev.racedetect.contracts.without=java.util.concurrent." + type)
            .classpath(Sources.compile(jdk, source))
            .main(program.substring(program.indexOf('/') + 1))
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.ofKind("race")).as(outcome::describe).isEmpty();
    assertThat(outcome.ofKind("degraded")).as(outcome::describe).isEmpty();
  }
}
