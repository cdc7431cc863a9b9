package dev.racedetect.integration.canary;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program and its operator notice of a canary, on a good day and on bad ones. */
class CanaryTest {
  private static final int SIGTERM = 143;

  /**
   * Two threads that meet often for some seconds, in fields that they share with and without order.
   */
  private static final String RACY =
      """
      class Racy {
        static int racy;
        static int ordered;
        static void step() {
          racy++;
          synchronized (Racy.class) {
            ordered++;
          }
        }
        public static void main(String[] args) throws Exception {
          int rounds = Integer.parseInt(args[0]);
          Runnable body = () -> {
            for (int i = 0; i < rounds; i++) {
              step();
              try {
                Thread.sleep(1);
              } catch (InterruptedException e) {
                return;
              }
            }
          };
          Thread one = new Thread(body);
          Thread two = new Thread(body);
          one.start();
          two.start();
          one.join();
          two.join();
          System.out.println("ordered " + ordered);
        }
      }
      """;

  /** A thousand different races. */
  private static final String MANY =
      """
      class Many {
        static int[][] cells = new int[50][40];
        public static void main(String[] args) throws Exception {
          long end = System.nanoTime() + 2_000_000_000L;
          Runnable body = () -> {
            while (System.nanoTime() < end) {
              for (int[] row : cells) {
                for (int i = 0; i < row.length; i++) {
                  row[i]++;
                }
              }
            }
          };
          Thread one = new Thread(body);
          Thread two = new Thread(body);
          one.start();
          two.start();
          one.join();
          two.join();
          System.out.println("done");
        }
      }
      """;

  /**
   * Is deployed by a loader of its own and dropped, again and again. The detector keeps the last
   * 256 threads that it has seen end; from JDK 19 on, a thread that has ended keeps its task.
   */
  private static final String REDEPLOYED =
      """
      import java.lang.ref.WeakReference;
      import java.net.URL;
      import java.net.URLClassLoader;
      import java.util.ArrayList;
      import java.util.List;
      public class Redeployed {
        public static class Service implements Runnable {
          private int count;
          private static volatile int calls;
          public void run() {
            for (int i = 0; i < 200; i++) {
              synchronized (this) {
                count++;
              }
            }
            calls += count;
          }
        }
        static List<WeakReference<ClassLoader>> gone = new ArrayList<>();
        static void deploy(URL[] urls) throws Exception {
          try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            Runnable service = (Runnable)
                loader.loadClass("Redeployed$Service").getDeclaredConstructor().newInstance();
            Thread one = new Thread(service);
            Thread two = new Thread(service);
            one.start();
            two.start();
            one.join();
            two.join();
            gone.add(new WeakReference<>(loader));
          }
        }
        public static void main(String[] args) throws Exception {
          URL[] urls = {new java.io.File(args[0]).toURI().toURL()};
          for (int i = 0; i < 200; i++) {
            deploy(urls);
            Thread.sleep(2);
          }
          int left = 200;
          for (int i = 0; i < 20 && left > 128; i++) {
            System.gc();
            Thread.sleep(50);
            left = 0;
            for (WeakReference<ClassLoader> r : gone) {
              left += r.get() == null ? 0 : 1;
            }
          }
          System.out.println(left > 128 ? "leaked " + left : "unloaded");
        }
      }
      """;

  /** Uses nearly all of its heap all the time. */
  private static final String FULL_HEAP =
      """
      import java.util.ArrayDeque;
      class FullHeap {
        static int sum;
        public static void main(String[] args) throws Exception {
          Thread[] threads = new Thread[2];
          for (int t = 0; t < 2; t++) {
            threads[t] = new Thread(() -> {
              ArrayDeque<byte[]> kept = new ArrayDeque<>();
              long end = System.nanoTime() + 3_000_000_000L;
              while (System.nanoTime() < end) {
                kept.add(new byte[100_000]);
                if (kept.size() > 260) {
                  kept.poll();
                }
                synchronized (FullHeap.class) {
                  sum++;
                }
              }
            });
            threads[t].start();
          }
          for (Thread t : threads) {
            t.join();
          }
          System.out.println("done");
        }
      }
      """;

  private static final String TERMINATED =
      """
      class Terminated {
        public static void main(String[] args) throws Exception {
          Thread racy = new Thread(() -> Racy.main2());
          racy.setDaemon(true);
          racy.start();
          for (int i = 0; i < 300 && (i < 20 || Racy.racy < 2000); i++) {
            Thread.sleep(100);
          }
          new ProcessBuilder("kill", Long.toString(ProcessHandle.current().pid())).start();
          Thread.sleep(60_000);
        }
        static class Racy {
          static int racy;
          static void main2() {
            Thread other = new Thread(Racy::loop);
            other.setDaemon(true);
            other.start();
            loop();
          }
          static void loop() {
            while (true) {
              racy++;
              try {
                Thread.sleep(1);
              } catch (InterruptedException e) {
                return;
              }
            }
          }
        }
      }
      """;

  private static final String MANAGED =
      """
      import java.lang.management.ManagementFactory;
      import javax.management.MBeanServer;
      import javax.management.ObjectName;
      class Managed {
        public static void main(String[] args) throws Exception {
          MBeanServer server = ManagementFactory.getPlatformMBeanServer();
          ObjectName name = new ObjectName("dev.racedetect:type=Canary");
          for (int i = 0; i < 200 && !server.isRegistered(name); i++) {
            Thread.sleep(50);
          }
          System.out.println(server.getAttribute(name, "State"));
          System.out.println(server.getAttribute(name, "Budget"));
          server.invoke(name, "switchOff", null, null);
          for (int i = 0; i < 200 && !server.getAttribute(name, "State").equals("OFF"); i++) {
            Thread.sleep(50);
          }
          System.out.println(server.getAttribute(name, "State"));
        }
      }
      """;

  /** Shows its stack and its methods, in methods of all kinds. */
  private static final String SHOWN =
      """
      class Shown {
        static int count;
        int own;
        interface Way {
          int NUMBER = 3;
          default void way(Shown shown) {
            shown.own += NUMBER;
            inner(shown);
          }
          private void inner(Shown shown) {
            shown.own++;
            throw new IllegalStateException("way");
          }
        }
        static class Impl implements Way {}
        static void first(int number, long wide, double wider, String text) {
          count++;
          second(number, text);
        }
        static void second(int number, String text) {
          count++;
          if (number > 3) {
            throw new IllegalStateException(text);
          }
          new Shown().third(number);
        }
        synchronized int third(int number) {
          own++;
          for (int i = 0; i < 3; i++) {
            own += Integer.numberOfTrailingZeros(own);
          }
          return fourth(number + 1);
        }
        int fourth(int number) {
          own = number;
          first(number, 1, 2, "deep");
          return number;
        }
        static void show(Throwable thrown) {
          System.out.println(thrown.getMessage());
          for (StackTraceElement frame : thrown.getStackTrace()) {
            System.out.println("  " + frame);
          }
        }
        public static void main(String[] args) throws Exception {
          for (int i = 0; i < 3; i++) {
            try {
              first(1, 2, 3, "");
            } catch (IllegalStateException e) {
              show(e);
            }
            try {
              new Impl().way(new Shown());
            } catch (IllegalStateException e) {
              show(e);
            }
          }
          for (var method : Shown.class.getDeclaredMethods()) {
            System.out.println(method);
          }
          for (var method : Way.class.getDeclaredMethods()) {
            System.out.println(method);
          }
        }
      }
      """;

  @TempDir private Path folder;

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  private Path compile(Jdk jdk, String name, String source) throws IOException {
    return Sources.compile(jdk, Files.writeString(folder.resolve(name + ".java"), source));
  }

  private Jvm canary(Jdk jdk, String name, String source, String... options) throws IOException {
    String[] all =
        Stream.concat(Stream.of("mode=canary"), Stream.of(options)).toArray(String[]::new);
    return Jvm.on(jdk).agent(all).classpath(compile(jdk, name, source)).main(name);
  }

  private static List<String> racyFields(Outcome outcome) {
    return outcome.ofKind("race").stream()
        .map(race -> race.path("location").path("name").asText())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void findsARaceAndLeavesTheExitStatusAlone(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "Racy", RACY, "budget=50%", "version=1.2").args("3000").run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("ordered 6000");
    assertThat(racyFields(outcome)).containsExactly("racy");
    JsonNode race = outcome.ofKind("race").get(0);
    assertThat(race.path("version").asText()).isEqualTo("1.2");
    assertThat(race.path("host").asText()).isNotEmpty();
    for (JsonNode access : race.path("accesses")) {
      // Walked when the access was made: each frame is one of this program.
      assertThat(access.path("stack").get(0).path("method").asText()).isEqualTo("step");
      assertThat(access.path("stack").get(1).path("method").asText()).startsWith("lambda$main");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void stacksAndMembersLookAsTheyDid(Jdk jdk) throws IOException {
    Outcome plain = Jvm.on(jdk).classpath(compile(jdk, "Shown", SHOWN)).main("Shown").run();
    assertThat(plain.out()).contains("deep", "Shown.fourth(", "Way.inner(");
    Outcome outcome = canary(jdk, "Shown", SHOWN, "budget=100%").run();
    assertThat(outcome.out().lines().sorted().toList())
        .isEqualTo(plain.out().lines().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isAlwaysOnWithAllOfTheBudget(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "Racy", RACY, "budget=100%").args("5").run();
    assertThat(racyFields(outcome)).containsExactly("racy");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isCompleteAfterSigterm(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "Terminated", TERMINATED, "budget=50%").run();
    assertThat(outcome.exit()).isEqualTo(SIGTERM);
    assertThat(outcome.ofKind("summary")).hasSize(1);
    assertThat(racyFields(outcome)).containsExactly("racy");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  @EnabledOnOs(OS.LINUX)
  void goesOnWhenTheDiskIsFull(Jdk jdk) throws IOException {
    Outcome outcome =
        canary(jdk, "Racy", RACY, "budget=100%", "json=/dev/full", "json_max_mb=1")
            .args("500")
            .run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("ordered 1000");
    assertThat(outcome.err()).containsOnlyOnce("cannot write to json file /dev/full");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void survivesAThousandRaces(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "Many", MANY, "budget=50%").run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("done");
    assertThat(outcome.ofKind("degraded")).isEmpty();
    assertThat(outcome.ofKind("race")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void letsRedeployedClassesGo(Jdk jdk) throws IOException {
    Path classes = compile(jdk, "Redeployed", REDEPLOYED);
    Outcome outcome =
        Jvm.on(jdk)
            .agent("mode=canary")
            .jvmArgs("-Dracedetect.canary.periods=3,3,11")
            .classpath(classes)
            .main("Redeployed")
            .args(classes + "/")
            .run();
    assertThat(outcome.out()).contains("unloaded");
    // calls is volatile, but += is two accesses: no data race. count has a lock but for one read.
    assertThat(racyFields(outcome)).isSubsetOf("count");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void livesInAFullHeap(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "FullHeap", FULL_HEAP, "budget=50%").jvmArgs("-Xmx64m").run();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("done");
    assertThat(outcome.ofKind("race")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void isManaged(Jdk jdk) throws IOException {
    Outcome outcome = canary(jdk, "Managed", MANAGED, "budget=7%").run();
    assertThat(outcome.out().lines()).containsExactly("SAMPLING", "0.07", "OFF");
    assertThat(outcome.ofKind("degraded")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void refusesToHalt(Jdk jdk) throws IOException {
    for (String never : List.of("halt_on_error=true", "escapes=halt", "races=off")) {
      Outcome outcome = canary(jdk, "Racy", RACY, never).args("1").run();
      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err()).contains("and mode=canary exclude each other");
    }
  }
}
