package dev.racedetect.integration.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.AgentJars;
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

/** Another agent has classes retransformed while the program runs, as mocking libraries do. */
class RetransformationTest {

  /** The only order between the two threads is the initialisation of {@code Holder}. */
  private static final String PROGRAM =
      """
      import java.lang.instrument.Instrumentation;
      class Again {
        static class Tool {
          static Instrumentation instrumentation;
          public static void premain(String options, Instrumentation i) {
            instrumentation = i;
          }
        }
        static class Holder {
          static int plain = Integer.parseInt("42");
          private int count;
          static int read() {
            return plain;
          }
          void more() {
            count++;
          }
        }
        static class Racy {
          int count;
          void more() {
            count++;
          }
        }
        public static void main(String[] args) throws Exception {
          Instrumentation instrumentation = Tool.instrumentation;
          Racy racy = new Racy();
          Thread other = new Thread(() -> {
            try {
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              return;
            }
            System.out.println("read " + Holder.read());
            racy.more();
          });
          other.start();
          Holder.read();
          instrumentation.retransformClasses(Holder.class, Racy.class);
          instrumentation.retransformClasses(Holder.class);
          racy.more();
          other.join();
        }
      }
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void initialisationStaysAnEdgeAndAccessesStayChecked(Jdk jdk) throws IOException {
    Path classes = Sources.compile(jdk, Files.writeString(folder.resolve("Again.java"), PROGRAM));
    Path jar = AgentJars.of(folder, "Again$Tool");
    Outcome outcome =
        Jvm.on(jdk).agent().jvmArgs("-javaagent:" + jar).classpath(classes).main("Again").run();
    assertThat(outcome.out()).contains("read 42");
    assertThat(outcome.races()).as(outcome::describe).hasSize(1);
    assertThat(outcome.err()).contains("Again$Racy.count").doesNotContain("Holder.plain");
  }
}
