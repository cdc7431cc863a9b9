package dev.racedetect.integration.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Findings are on disk as soon as they are made, and processes do not disturb one another. */
class DurableFindingsTest {
  private static final int SIGKILL = 137;
  private static final int RACES = 40;
  private static final int PROCESSES = 3;

  private static final String KILLED =
      """
      class Killed {
        static int x;
        public static void main(String[] args) throws Exception {
          Thread t = new Thread(() -> x = 1);
          t.start();
          x = 2;
          t.join();
          Thread.sleep(1000);
          String pid = Long.toString(ProcessHandle.current().pid());
          new ProcessBuilder("kill", "-9", pid).start();
          Thread.sleep(60_000);
        }
      }
      """;

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void surviveAKillOneSecondLater(Jdk jdk) throws IOException {
    Outcome outcome =
        Jvm.on(jdk)
            .agent("log_path=" + folder.resolve("log"))
            .jvmArgs(Jvm.FAST_START)
            .classpath(compiled(jdk, "Killed", KILLED))
            .main("Killed")
            .run();
    assertThat(outcome.exit()).isEqualTo(SIGKILL);
    assertThat(outcome.races()).hasSize(1);
    assertThat(outcome.ofKind("summary")).isEmpty();
    assertThat(logs()).hasSize(1);
    assertThat(Files.readString(logs().get(0))).contains("WARNING: DATA RACE").contains("Killed.x");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void ofConcurrentProcessesDoNotMix(Jdk jdk) throws Exception {
    Path classes = compiled(jdk, "Many", many());
    Path json = folder.resolve("all.jsonl");
    ExecutorService pool = Executors.newFixedThreadPool(PROCESSES);
    List<Future<Outcome>> running = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      running.add(
          pool.submit(
              () ->
                  Jvm.on(jdk)
                      .agent("json=" + json, "log_path=" + folder.resolve("log"))
                      .jvmArgs(Jvm.FAST_START)
                      .classpath(classes)
                      .main("Many")
                      .run()));
    }
    for (Future<Outcome> process : running) {
      assertThat(process.get().exit()).isEqualTo(66);
    }
    pool.shutdown();
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(json)) {
      records.add(new ObjectMapper().readTree(line));
    }
    assertThat(count(records, "summary", 0)).isEqualTo(PROCESSES);
    assertThat(logs()).hasSize(PROCESSES);
    for (Path log : logs()) {
      long pid = Long.parseLong(log.getFileName().toString().substring("log.".length()));
      long races = Files.readString(log).lines().filter("WARNING: DATA RACE"::equals).count();
      assertThat(races).isGreaterThanOrEqualTo(RACES).isEqualTo(count(records, "race", pid));
    }
  }

  /** How many records of a kind there are, of one process or (0) of all. */
  private static long count(List<JsonNode> records, String kind, long pid) {
    return records.stream()
        .filter(r -> r.path("kind").asText().equals(kind))
        .filter(r -> pid == 0 || r.path("pid").asLong() == pid)
        .count();
  }

  /** Many races, so that processes write at the same time. */
  private static String many() {
    StringBuilder text = new StringBuilder("class Many {\n");
    StringBuilder writes = new StringBuilder();
    for (int i = 0; i < RACES; i++) {
      text.append("  static int x").append(i).append(";\n");
      writes.append("    x").append(i).append("++;\n");
    }
    return text.append("  static void all() {\n")
        .append(writes)
        .append("  }\n")
        .append("  public static void main(String[] args) throws Exception {\n")
        .append(
            "    Thread t = new Thread(Many::all);\n    t.start();\n    all();\n    t.join();\n")
        .append("  }\n}\n")
        .toString();
  }

  private Path compiled(Jdk jdk, String name, String source) throws IOException {
    return Sources.compile(jdk, Files.writeString(folder.resolve(name + ".java"), source));
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("log.")).toList();
    }
  }
}
