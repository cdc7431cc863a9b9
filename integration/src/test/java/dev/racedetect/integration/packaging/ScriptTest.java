package dev.racedetect.integration.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script at the top level runs the command line of the jar that was built. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for POSIX shells")
class ScriptTest {

  /** How the script ended. */
  private record Ended(int status, String out, String err) {}

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runsFromAnyFolderThroughALink(Jdk jdk) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), script());
    Ended ended = run(link, jdk.home().toString(), "--version");
    Files.delete(link);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("racedetect");
    assertThat(ended.status()).isZero();
  }

  @Test
  void passesArgumentsUntouched() throws Exception {
    Ended ended = run(script(), Jdks.newest().home().toString(), "run", "no  such *.java");
    assertThat(ended.err()).contains("no  such *.java");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void saysThatAJdkIsMissing() throws Exception {
    String nowhere = folder.resolve("no jdk").toString();
    Ended ended = run(script(), nowhere, "--version");
    assertThat(ended.err()).hasLineCount(1).contains(nowhere).contains("JDK 17");
    assertThat(ended.status()).isEqualTo(2);
  }

  private Ended run(Path script, String javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out).redirectError(err).environment().put("JAVA_HOME", javaHome);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the script did not end");
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath());
  }

  private static Path script() throws IOException {
    return Jvm.shippedJar().toRealPath().getParent().resolve("../../racedetect").toRealPath();
  }
}
