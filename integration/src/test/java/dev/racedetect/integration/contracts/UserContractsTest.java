package dev.racedetect.integration.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users say of their own primitives, and of races that are meant to be. */
class UserContractsTest {

  /** A mailbox that the detector takes for unordered: its only variable is accessed opaquely. */
  private static final String MAILBOX =
      """
      import java.lang.invoke.MethodHandles;
      import java.lang.invoke.VarHandle;

      public class Mailbox {
        static final VarHandle CONTENT;

        static {
          try {
            CONTENT =
                MethodHandles.lookup().findVarHandle(Mailbox.class, "content", Object.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }

        private Object content;

        void post(Object letter) {
          CONTENT.setOpaque(this, letter);
        }

        Object take() {
          Object letter;
          while ((letter = CONTENT.getOpaque(this)) == null) {
            Thread.onSpinWait();
          }
          return letter;
        }

        public static void main(String[] args) throws Exception {
          Mailbox box = new Mailbox();
          Thread sender =
              new Thread(
                  () -> {
                    int[] letter = new int[1];
                    letter[0] = 7;
                    box.post(letter);
                  });
          sender.start();
          ((int[]) box.take())[0]++;
          sender.join();
        }
      }
      """;

  private static final String CONTRACTS =
      """
      # the sender's side, then the receiver's
      class Mailbox
        post(Object)  entry   release(arg0)
        take()        return  acquire(result)
      """;

  private static final String BENIGN =
      """
      public class Benign {
        @interface BenignRace {
          String value();
        }

        @interface LazyInit {}

        @interface GuardedBy {
          String value();
        }

        @BenignRace("a statistic")
        static int hits;

        @LazyInit static String name;

        @GuardedBy("this")
        static int guarded;

        static int inMethod;

        @BenignRace("approximate")
        static void count() {
          inMethod++;
          Runnable more = () -> inMethod++;
          more.run();
        }

        static void work() {
          hits++;
          name = "x" + name;
          count();
          if (Boolean.getBoolean("guarded")) {
            guarded++;
          }
        }

        public static void main(String[] args) throws Exception {
          Thread first = new Thread(Benign::work);
          Thread second = new Thread(Benign::work);
          first.start();
          second.start();
          first.join();
          second.join();
        }
      }
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aNamedFileIsApplied(Jdk jdk) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), CONTRACTS);
    Outcome outcome = mailbox(jdk, "contracts=" + file);
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.ofKind("race")).isEmpty();
    assertThat(outcome.ofKind("degraded")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aFileOnTheClassPathIsApplied(Jdk jdk) throws IOException {
    Path classes = compiled(jdk, "Mailbox", MAILBOX);
    Files.writeString(folder.resolve("racedetect.contracts"), CONTRACTS);
    Outcome outcome =
        Jvm.on(jdk)
            .agent()
            .jvmArgs(Jvm.FAST_START)
            .classpath(classes, folder)
            .main("Mailbox")
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.ofKind("race")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutContractsTheMailboxIsReported(Jdk jdk) throws IOException {
    Outcome outcome = mailbox(jdk);
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.ofKind("race")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatCannotBeUnderstoodStopsTheStart(Jdk jdk) throws IOException {
    Path file =
        Files.writeString(folder.resolve("bad.txt"), CONTRACTS.replace("acquire(", "aquire("));
    Outcome outcome = mailbox(jdk, "contracts=" + file);
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(file + ":4: 'aquire(result)'").contains("acquire(key)");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatDoesNotFitIsSaidAloud(Jdk jdk) throws IOException {
    Path file = Files.writeString(folder.resolve("old.txt"), CONTRACTS.replace("take", "receive"));
    Outcome outcome = mailbox(jdk, "contracts=" + file);
    assertThat(outcome.ofKind("degraded")).as(outcome::describe).hasSize(1);
    assertThat(outcome.err()).contains("Mailbox.receive()");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void annotationsMute(Jdk jdk) throws IOException {
    Path classes = compiled(jdk, "Benign", BENIGN);
    Outcome outcome =
        Jvm.on(jdk).agent().jvmArgs(Jvm.FAST_START).classpath(classes).main("Benign").run();
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.ofKind("race")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aPromiseOfALockIsNotTrusted(Jdk jdk) throws IOException {
    Path classes = compiled(jdk, "Benign", BENIGN);
    Outcome outcome =
        Jvm.on(jdk)
            .agent()
            .jvmArgs(Jvm.FAST_START)
            .jvmArgs("-Dguarded=true")
            .classpath(classes)
            .main("Benign")
            .run();
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.err()).contains("Benign.guarded");
  }

  private Outcome mailbox(Jdk jdk, String... options) throws IOException {
    return Jvm.on(jdk)
        .agent(options)
        .jvmArgs(Jvm.FAST_START)
        .classpath(compiled(jdk, "Mailbox", MAILBOX))
        .main("Mailbox")
        .run();
  }

  private Path compiled(Jdk jdk, String name, String source) throws IOException {
    return Sources.compile(jdk, Files.writeString(folder.resolve(name + ".java"), source));
  }
}
