package dev.racedetect.integration.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints that need to know more than the two stacks: one program, a field for each. */
class HintsOfProgramsTest {

  /** Where the order of the accesses matters, {@code sleep} makes it likely; both orders race. */
  private static final String PROGRAM =
      """
      import java.util.concurrent.*;
      class Hinted {
        static class Box { int v; }
        static int countedDown, countedDownLate, queued, unrelated, submittedThenMutated, notWaited;
        static int handedOver;
        static int seen;

        static void pause() {
          try { Thread.sleep(150); } catch (InterruptedException e) { throw new Error(e); }
        }
        static void countDownBeforeWrite(ExecutorService pool) throws Exception {
          CountDownLatch latch = new CountDownLatch(1);
          Future<?> done = pool.submit(() -> write(latch));
          latch.await();
          pause();
          seen = countedDown;
          done.get();
        }
        static void write(CountDownLatch latch) {
          latch.countDown();
          countedDown = 1;
        }
        static void readBeforeTheWrite(ExecutorService pool) throws Exception {
          CountDownLatch latch = new CountDownLatch(1);
          Future<?> done = pool.submit(() -> writeLate(latch));
          latch.await();
          seen = countedDownLate;
          pause();
          done.get();
        }
        static void writeLate(CountDownLatch latch) {
          latch.countDown();
          pause();
          countedDownLate = 1;
        }
        static void putBeforeWrite(ExecutorService pool) throws Exception {
          BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
          Future<?> done = pool.submit(() -> { queue.put("x"); queued = 1; return 0; });
          queue.take();
          pause();
          seen = queued;
          done.get();
        }
        static void neverMet() throws Exception {
          Thread one = new Thread(Hinted::writeUnrelated);
          Thread two = new Thread(Hinted::readUnrelated);
          one.start();
          two.start();
          one.join();
          two.join();
        }
        static void writeUnrelated() { unrelated = 1; }
        static void readUnrelated() { pause(); seen = unrelated; }

        static void mutateAfterSubmit(ExecutorService pool) throws Exception {
          Future<?> done = pool.submit(() -> { pause(); return submittedThenMutated; });
          submittedThenMutated = 1;
          done.get();
        }
        static void readWithoutWaiting(ExecutorService pool) throws Exception {
          Future<?> done = pool.submit(() -> notWaited = 1);
          pause();
          seen = notWaited;
          done.get();
        }

        public static void main(String[] args) throws Exception {
          ExecutorService pool = Executors.newCachedThreadPool();
          countDownBeforeWrite(pool);
          readBeforeTheWrite(pool);
          putBeforeWrite(pool);
          neverMet();
          mutateAfterSubmit(pool);
          readWithoutWaiting(pool);
          pool.shutdown();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void tellWhatWentWrong() throws IOException {
    Path source = Files.writeString(folder.resolve("Hinted.java"), PROGRAM);
    Outcome outcome =
        Jvm.on(Jdks.newest())
            .agent()
            .classpath(Sources.compile(Jdks.newest(), source))
            .main("Hinted")
            .run();
    Map<String, String> hints = new TreeMap<>();
    for (JsonNode race : outcome.ofKind("race")) {
      String hint = race.path("hint").asText();
      hints.put(race.path("location").path("name").asText(), hint.replaceAll("[,;].*", ""));
    }
    assertThat(hints)
        .as(outcome::describe)
        .containsEntry("countedDown", "the two threads did synchronise")
        .containsEntry("countedDownLate", "the two threads did synchronise")
        .containsEntry("queued", "the two threads did synchronise")
        .containsEntry("unrelated", "no lock is held on either side")
        .containsEntry(
            "submittedThenMutated",
            "the thread that handed over the task goes on to use what it handed over")
        .containsEntry("notWaited", "the thread that started the other one");
  }

  @Test
  void valuesAreThoseOfTheVariables() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Valued.java"),
            """
            class Valued {
              static int number = 41;
              char letter = '\\n';
              Object object = new Valued.Talker();
              double[] numbers = {1.5, 2.5};
              static class Talker { public String toString() { throw new Error("called"); } }
              void touch() {
                number++; letter++; numbers[1]++; object = null;
              }
              public static void main(String[] args) throws Exception {
                Valued v = new Valued();
                Thread t = new Thread(v::touch);
                t.start();
                System.out.println(number + v.letter + v.numbers[1]);
                System.out.println(v.object == null);
                t.join();
              }
            }
            """);
    Outcome outcome =
        Jvm.on(Jdks.newest())
            .agent()
            .classpath(Sources.compile(Jdks.newest(), source))
            .main("Valued")
            .run();
    Map<String, String> values = new TreeMap<>();
    for (JsonNode race : outcome.ofKind("race")) {
      JsonNode location = race.path("location");
      values.put(location.path("kind").asText() + location.path("name").asText(), value(location));
    }
    assertThat(values.get("staticnumber")).as(outcome::describe).isIn("41", "42");
    assertThat(values.get("fieldletter")).isIn("char 10", "char 11");
    assertThat(values.get("array")).isIn("2.5", "3.5");
    assertThat(values.get("fieldobject")).matches("null|Valued\\$Talker@[0-9a-f]+");
    assertThat(outcome.err()).contains("Value now: 4");
  }

  private static String value(JsonNode location) {
    return location.path("value").asText();
  }
}
