package dev.racedetect.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceEnabledJarTest {

  private @TempDir Path folder;
  private Path detector;
  private Path output;

  @BeforeEach
  void makeDetector() throws IOException {
    detector = Jars.detector(folder);
    output = folder.resolve("app-race.jar");
  }

  private List<String> build(Path program) throws BuildException {
    return new RaceEnabledJar(detector, "1.2", "").write(program, output);
  }

  private Path app(String manifest, Map<String, String> content) throws IOException {
    return Jars.write(folder.resolve("app.jar"), manifest, content);
  }

  private void refused(Path program, String part) throws IOException {
    assertThatThrownBy(() -> build(program))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining(part)
        .message()
        .hasLineCount(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith(".")))
          .as("nothing is left behind")
          .isEmpty();
    }
  }

  @Test
  void theLauncherFindsTheAgentAndTheProgramItsOwn() throws Exception {
    String more = "Automatic-Module-Name: com.acme\nMulti-Release: true";
    Map<String, String> content = new LinkedHashMap<>();
    content.put("z.txt", "z");
    content.put("META-INF/versions/17/a.txt", "new");
    content.put("a.txt", "old");
    Path program = app(Jars.program(more, "Implementation-Version: 9"), content);
    assertThat(new RaceEnabledJar(detector, "1.2", "exitcode=3").write(program, output)).isEmpty();
    assertThat(Jars.attribute(output, "Launcher-Agent-Class"))
        .isEqualTo("dev.racedetect.agent.RaceDetectAgent");
    assertThat(Jars.attribute(output, "Can-Retransform-Classes")).isEqualTo("true");
    assertThat(Jars.attribute(output, "Main-Class")).isEqualTo("com.acme.Main");
    assertThat(Jars.attribute(output, "Automatic-Module-Name")).isEqualTo("com.acme");
    assertThat(Jars.attribute(output, "Multi-Release")).isEqualTo("true");
    assertThat(Jars.attribute(output, "Implementation-Version")).isEqualTo("9");
    assertThat(Jars.attribute(output, "RaceDetect-Options")).isEqualTo("exitcode=3");
    assertThat(Jars.manifest(output).getAttributes("dev/racedetect/agent/"))
        .containsValue("1.2")
        .doesNotContainValue("9");
    assertThat(Jars.names(output))
        .startsWith("META-INF/MANIFEST.MF", "z.txt", "META-INF/versions/17/a.txt", "a.txt")
        .contains("dev/racedetect/agent/racedetect-engine.jar", "META-INF/racedetect/NOTICE")
        .doesNotContain("dev/racedetect/cli/Main.class", "META-INF/NOTICE")
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameProgramGivesTheSameBytes() throws Exception {
    Map<String, String> content = Map.of("a.txt", "a".repeat(5000));
    build(app(Jars.program(), content));
    byte[] first = Files.readAllBytes(output);
    Thread.sleep(2100); // Times in jars count in steps of two seconds.
    build(app(Jars.program(), content));
    assertThat(output).hasBinaryContent(first);
  }

  @Test
  void whatIsStoredUncompressedStaysSo() throws Exception {
    build(
        app(
            Jars.program(),
            Map.of("BOOT-INF/lib/a.jar", Jars.STORED + "a".repeat(500), "b.txt", "b".repeat(500))));
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.getEntry("BOOT-INF/lib/a.jar").getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(zip.getEntry("b.txt").getMethod()).isEqualTo(ZipEntry.DEFLATED);
      assertThat(zip.getInputStream(zip.getEntry("b.txt"))).hasContent("b".repeat(500));
    }
  }

  @Test
  void signaturesAreRemovedAloud() throws Exception {
    String sections =
        "\nName: a.txt\nSHA-256-Digest: abc=\n\nName: b.txt\nSHA-256-Digest: c=\nX: 1";
    Map<String, String> content =
        Map.of("a.txt", "a", "META-INF/K.SF", "s", "META-INF/k.rsa", "s", "META-INF/x/K.SF", "no");
    assertThat(build(app(Jars.program(sections), content)))
        .singleElement()
        .asString()
        .contains("signature removed");
    assertThat(Jars.names(output))
        .contains("META-INF/x/K.SF")
        .doesNotContain("META-INF/K.SF", "META-INF/k.rsa");
    assertThat(Jars.manifest(output).getEntries())
        .containsOnlyKeys("b.txt", "dev/racedetect/agent/");
    assertThat(Jars.manifest(output).getAttributes("b.txt").values()).containsExactly("1");
  }

  @Test
  void anotherAgentOfTheLauncherComesNext() throws Exception {
    Path program = app(Jars.program("Launcher-Agent-Class: org.other.Agent"), Map.of());
    assertThat(build(program)).singleElement().asString().contains("org.other.Agent");
    assertThat(Jars.attribute(output, "RaceDetect-Launcher-Agent-Class"))
        .isEqualTo("org.other.Agent");
  }

  @Test
  void aBootClassPathThatHadNoEffectGetsNone() throws Exception {
    assertThat(build(app(Jars.program("Boot-Class-Path: x.jar"), Map.of()))).hasSize(1);
    assertThat(Jars.attribute(output, "Boot-Class-Path")).isNull();
  }

  @Test
  void classPathKeepsItsMeaningInAnotherFolder() throws Exception {
    Files.createDirectories(folder.resolve("in put/lib"));
    Files.createDirectories(folder.resolve("out"));
    Files.createFile(folder.resolve("in put/lib/a.jar"));
    Files.createFile(folder.resolve("in put/b.jar"));
    Files.createFile(folder.resolve("out/b.jar"));
    Path program = folder.resolve("in put/app.jar");
    String entries = "lib/a.jar b.jar missing.jar https://acme.com/c.jar";
    Jars.write(program, Jars.program("Class-Path: " + entries), Map.of());
    output = folder.resolve("out/app-race.jar");
    assertThat(build(program)).singleElement().asString().contains("lib/a.jar");
    assertThat(Jars.attribute(output, "Class-Path"))
        .isEqualTo("../in%20put/lib/a.jar b.jar missing.jar https://acme.com/c.jar");
    output = folder.resolve("in put/app-race.jar");
    assertThat(build(program)).isEmpty();
    assertThat(Jars.attribute(output, "Class-Path")).isEqualTo(entries);
  }

  @Test
  void aScriptInFrontIsLeftOutAloud() throws Exception {
    Path program = app(Jars.program(), Map.of("a.txt", "a"));
    byte[] archive = Files.readAllBytes(program);
    Files.writeString(program, "#!/bin/sh\nexec java -jar $0\n");
    Files.write(program, archive, StandardOpenOption.APPEND);
    assertThat(build(program)).singleElement().asString().contains("script");
    assertThat(Jars.names(output)).contains("a.txt");
  }

  @Test
  void whatIsEnabledAlreadyIsRefused() throws Exception {
    build(app(Jars.program(), Map.of()));
    Path enabled = Files.move(output, folder.resolve("enabled.jar"));
    refused(enabled, "race-enabled already (racedetect 1.2)");
    refused(detector, "racedetect itself");
    refused(
        app(Jars.program(), Map.of("dev/racedetect/agent/RaceDetectAgent.class", "x")),
        "contains the classes of racedetect");
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Implementation-Title: x"})
  void aJarThatCannotBeStartedIsRefused(String manifest) throws Exception {
    refused(app(manifest.isEmpty() ? null : manifest, Map.of("a", "a")), "no Main-Class");
  }

  @Test
  void whatIsNoJarIsRefused() throws Exception {
    refused(folder.resolve("none.jar"), "no such file");
    refused(folder, "is a folder");
    refused(Files.writeString(folder.resolve("text.jar"), "text"), "not a readable jar");
  }

  @Test
  void aDamagedEntryLeavesTheFormerOutput() throws Exception {
    Path program = app(Jars.program(), Map.of("a.txt", Jars.STORED + "content"));
    String bytes = Files.readString(program, StandardCharsets.ISO_8859_1);
    Files.writeString(program, bytes.replace("!content", "!cOntent"), StandardCharsets.ISO_8859_1);
    Files.writeString(output, "former");
    refused(program, "not a readable jar");
    assertThat(output).hasContent("former");
  }

  @Test
  void theProgramIsNotOverwritten() throws Exception {
    Path program = app(Jars.program(), Map.of());
    byte[] before = Files.readAllBytes(program);
    output = folder.resolve("x/../app.jar");
    refused(program, "the program's jar itself");
    output = Files.createLink(folder.resolve("link.jar"), program);
    refused(program, "the program's jar itself");
    output = folder;
    refused(program, "is not a file");
    output = program.resolve("below.jar");
    refused(program, "cannot write");
    assertThat(program).hasBinaryContent(before);
  }

  @Test
  void optionsThatNoManifestHoldsAreRefused() throws Exception {
    Path program = app(Jars.program(), Map.of());
    assertThatThrownBy(() -> new RaceEnabledJar(detector, "1", "json=a\nb").write(program, output))
        .hasMessageContaining("line breaks");
  }
}
