package dev.racedetect.integration.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a thread of a pool a report tells where the program submitted the task, in one form. */
class SubmissionPlaceTest {

  /** Each method makes tasks that race for the field of its name, in two threads. */
  private static final String PROGRAM =
      """
      import java.util.Timer;
      import java.util.TimerTask;
      import java.util.concurrent.*;
      import java.util.function.Consumer;
      import java.util.stream.IntStream;
      class Submits {
        static int execute, schedule, forkJoin, common, fork, stage, later, delayed, stream, timer;

        static void twice(Runnable submission) throws Exception {
          for (int i = 0; i < 2; i++) submission.run();
          Thread.sleep(400);
        }

        static void pause() {
          try { Thread.sleep(150); } catch (InterruptedException e) { throw new Error(e); }
        }

        static void inExecute(ExecutorService pool) throws Exception {
          twice(() -> pool.execute(() -> { execute++; pause(); }));
        }
        static void inSchedule(ScheduledExecutorService pool) throws Exception {
          twice(() -> pool.schedule(() -> { schedule++; pause(); }, 1, TimeUnit.MILLISECONDS));
        }
        static void inForkJoin(ForkJoinPool pool) throws Exception {
          twice(() -> pool.submit(() -> { forkJoin++; pause(); }));
        }
        static void inCommon() throws Exception {
          twice(() -> ForkJoinPool.commonPool().execute(() -> { common++; pause(); }));
        }
        static void inFork(ForkJoinPool pool) throws Exception {
          pool.submit(() -> {
            Runnable racer = () -> { fork++; pause(); };
            ForkJoinTask.adapt(racer).fork();
            ForkJoinTask.adapt(racer).fork();
            pause();
          });
          Thread.sleep(600);
        }
        static void inStage() throws Exception {
          twice(() -> CompletableFuture.runAsync(() -> { stage++; pause(); }));
        }
        static void inLater() throws Exception {
          CompletableFuture<Void> first = new CompletableFuture<>();
          twice(() -> first.thenRunAsync(() -> { later++; pause(); }));
          first.complete(null);
          Thread.sleep(400);
        }
        static void inDelayed() throws Exception {
          Executor delay = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);
          twice(() -> CompletableFuture.runAsync(() -> { delayed++; pause(); }, delay));
        }
        static void inStream() {
          IntStream.range(0, 16).parallel().forEach(i -> { stream++; pause(); });
        }
        static void inTimer() throws Exception {
          twice(() -> new Timer(true).schedule(new TimerTask() {
            @Override public void run() { timer++; pause(); }
          }, 1));
        }

        public static void main(String[] args) throws Exception {
          ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
          ForkJoinPool own = new ForkJoinPool(4);
          inExecute(pool);
          inSchedule(pool);
          inForkJoin(own);
          inCommon();
          inFork(own);
          inStage();
          inLater();
          inDelayed();
          inStream();
          inTimer();
          pool.shutdown();
        }
      }
      """;

  private static final List<String> KINDS =
      List.of(
          "execute",
          "schedule",
          "forkJoin",
          "common",
          "fork",
          "stage",
          "later",
          "delayed",
          "stream",
          "timer");

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isTheProgramsForEveryKindOfPool(Jdk jdk) throws IOException {
    Path source = Files.writeString(folder.resolve("Submits.java"), PROGRAM);
    Outcome outcome =
        Jvm.on(jdk)
            .agent()
            .jvmArgs("-XX:ActiveProcessorCount=4")
            .classpath(Sources.compile(jdk, source))
            .main("Submits")
            .run();
    List<String> wrong = new ArrayList<>();
    for (String kind : KINDS) {
      String method = "in" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
      List<JsonNode> races =
          outcome.ofKind("race").stream()
              .filter(race -> race.path("location").path("name").asText().equals(kind))
              .toList();
      if (races.isEmpty()) {
        wrong.add(kind + ": no race");
      }
      for (JsonNode race : races) {
        for (JsonNode thread : race.path("threads")) {
          if (!thread.path("name").asText().equals("main") && !names(thread, method)) {
            wrong.add(kind + ": " + thread);
          }
        }
      }
    }
    assertThat(wrong).as(outcome::describe).isEmpty();
    assertThat(outcome.ofKind("race").toString())
        .as("threads that the JDK starts are not the detector's")
        .doesNotContain("dev.racedetect");
  }

  /** Whether the submission has the method, or a lambda in it, among its frames. */
  private static boolean names(JsonNode thread, String method) {
    for (JsonNode frame : thread.path("submittedAt")) {
      String name = frame.path("method").asText();
      if (name.equals(method) || name.startsWith("lambda$" + method + "$")) {
        return true;
      }
    }
    return false;
  }
}
