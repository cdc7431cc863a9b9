package dev.racedetect.agent.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.report.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** The exit status of programs with and without races, each in a JVM of its own. */
class ExitStatusTransformerTest {

  private static @TempDir Path folder;
  private static Path agent;

  @BeforeAll
  static void makeAgent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ExitStatusAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    agent = folder.resolve("agent.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agent), manifest)) {
      jar.finish();
    }
  }

  private static byte[] classfile(String internalName) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
      return in.readAllBytes();
    }
  }

  private static String verified(byte[] classfile) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(classfile), false, new PrintWriter(problems));
    return problems.toString();
  }

  @Test
  void findsItsPlacesInThisJdk() throws IOException {
    ExitStatusTransformer transformer = new ExitStatusTransformer();
    assertThat(transformer.isComplete()).isFalse();
    byte[] shutdown = transformer.transform(classfile(ExitStatusTransformer.SHUTDOWN));
    byte[] thread = transformer.transformThread(classfile(ExitStatusTransformer.THREAD));
    assertThat(transformer.isComplete()).isTrue();
    assertThat(verified(shutdown)).isEmpty();
    assertThat(verified(thread)).isEmpty();
  }

  @Test
  void tellsWhenAPlaceIsGone() throws IOException {
    ExitStatusTransformer transformer = new ExitStatusTransformer();
    ClassWriter empty = new ClassWriter(0);
    empty.visit(61, 0, "java/lang/Shutdown", null, "java/lang/Object", null);
    transformer.transform(empty.toByteArray());
    transformer.transformThread(classfile(ExitStatusTransformer.THREAD));
    assertThat(transformer.isComplete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "normal,          66",
    "exit-0,          66",
    "halt-0,          66",
    "exit-3,           3",
    "main-throws,      1",
    "worker-throws,   66",
    "race-in-hook,    66",
    "no-race,          0",
    "no-race-exit-3,   3",
  })
  void racesDecideTheStatusOfASuccessOnly(String program, int status) throws Exception {
    assertThat(run(program, "")).isEqualTo(status);
    assertThat(Files.readString(folder.resolve("out")))
        .isEqualTo(program.equals("halt-0") ? "" : "hook ran");
    assertThat(Files.readString(folder.resolve("err")))
        .matches(text -> program.startsWith("no-race") != text.contains("Found 1 data race(s)\n"));
  }

  @Test
  void statusIsLeftAloneOnRequest() throws Exception {
    assertThat(run("normal", "=exitcode=0")).isZero();
    assertThat(Files.readString(folder.resolve("err"))).contains("Found 1 data race(s)\n");
  }

  @Test
  void firstRaceHaltsOnRequest() throws Exception {
    assertThat(run("exit-3", "=halt_on_error=true,exitcode=5")).isEqualTo(5);
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
  }

  @Test
  void optionsThatAreNotUnderstoodEndTheJvmBeforeMain() throws Exception {
    assertThat(run("normal", "=exitcode=abc")).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
  }

  private static int run(String program, String options) throws Exception {
    String classPath = System.getProperty("java.class.path");
    // The runtime is on the boot class path as it is in earnest.
    String runtime =
        Path.of(ExitStatus.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xverify:all", "-XX:-PrintWarnings"));
    command.add("-Xbootclasspath/a:" + runtime);
    command.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.add("-javaagent:" + agent + options);
    command.addAll(List.of("-cp", classPath, ExitStatusPrograms.class.getName(), program));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start()
        .waitFor();
  }
}
