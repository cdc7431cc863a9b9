package dev.racedetect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test starts a JVM that starts another one as {@code run} does. */
class ForkedProgramTest {

  private static final String JAVA = Jdk.current().java().toString();

  /** The one in the middle. */
  static final class Parent {
    public static void main(String[] args) {
      System.exit(new ForkedProgram().run(List.of(args)));
    }
  }

  /** Waits for a signal. */
  static final class Sleeper {
    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("hook")));
      System.out.println("up");
      Thread.sleep(60_000);
    }
  }

  /** Copies its input and ends with a status of its own. */
  static final class Echo {
    public static void main(String[] args) throws IOException {
      System.in.transferTo(System.out);
      System.err.print(args[0]);
      System.exit(7);
    }
  }

  private static Process start(Class<?> program, String... args) throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>(List.of(JAVA, "-cp", classPath, Parent.class.getName()));
    command.addAll(List.of(JAVA, "-cp", classPath, program.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void streamsAndStatusPassThrough() throws Exception {
    Process process = start(Echo.class, "a b");
    process.getOutputStream().write("in".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertThat(text(process.getInputStream().readAllBytes())).isEqualTo("in");
    assertThat(text(process.getErrorStream().readAllBytes())).isEqualTo("a b");
    assertThat(process.waitFor()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such signals")
  void signalsReachTheProgram(String signal, int status) throws Exception {
    assumeFalse(
        ignored(status - 128), "ignored since before this JVM, as by nohup: by children too");
    Process process = start(Sleeper.class);
    byte[] up = process.getInputStream().readNBytes(3);
    assertThat(text(up)).isEqualTo("up\n");
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(text(process.getInputStream().readAllBytes())).isEqualTo("hook");
    assertThat(process.exitValue()).isEqualTo(status);
  }

  /** Whether this process was started with a signal ignored; false where that cannot be told. */
  private static boolean ignored(int number) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(mask, 16) >>> number - 1 & 1) != 0;
  }

  @Test
  void missingLauncher() {
    String missing = Path.of("no", "such", "java").toString();
    assertThatThrownBy(() -> new ForkedProgram().run(List.of(missing)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(missing);
  }
}
