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

/**
 * Another agent comes behind ours, as those of observability do. Its classes are the program's, and
 * its transformer is also run for what our own loads meanwhile.
 */
class OtherAgentTest {

  /** The main thread counts only while a class is rewritten for the sake of another one. */
  private static final String PROGRAM =
      """
      import java.lang.instrument.ClassFileTransformer;
      import java.lang.instrument.Instrumentation;
      import java.security.ProtectionDomain;
      import java.util.concurrent.locks.ReentrantLock;
      class Watched {
        static class Tool implements ClassFileTransformer {
          private final ReentrantLock lock = new ReentrantLock();
          private int guarded;
          private boolean done;
          public static void premain(String options, Instrumentation instrumentation) {
            instrumentation.addTransformer(new Tool());
          }
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
            boolean main = Thread.currentThread().getName().equals("main");
            if (main && !done && nested()) {
              done = true;
              count();
              System.out.println("nested");
            } else if (!main) {
              count();
            }
            return null;
          }
          // a transformer is called through two methods of the JDK of that name
          private static boolean nested() {
            return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> f.getMethodName().equals("transform")).count() > 4);
          }
          private void count() {
            lock.lock();
            try {
              guarded++;
            } finally {
              lock.unlock();
            }
          }
        }
        static class Loops {
          static int sum(int[] from) {
            int sum = 0;
            for (int i = 0; i < from.length; i++) {
              sum += from[i];
            }
            return sum;
          }
        }
        static class One {
          static int plain = 1;
        }
        public static void main(String[] args) throws Exception {
          Thread one = new Thread(() -> {
            try {
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            System.out.println(One.plain);
          });
          one.start();
          System.out.println(Loops.sum(new int[] {1, 2}));
          one.join();
        }
      }
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itsSynchronisationCountsInsideOursToo(Jdk jdk) throws IOException {
    Path classes = Sources.compile(jdk, Files.writeString(folder.resolve("Watched.java"), PROGRAM));
    Path jar = AgentJars.of(folder, "Watched$Tool");
    Outcome outcome =
        Jvm.on(jdk).agent().jvmArgs("-javaagent:" + jar).classpath(classes).main("Watched").run();
    assertThat(outcome.out()).as(outcome::describe).contains("nested", "3");
    assertThat(outcome.err()).as(outcome::describe).doesNotContain("WARNING");
  }
}
