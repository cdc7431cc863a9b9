package dev.racedetect.cli;

import static dev.racedetect.cli.CommandLineFixture.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final String JAVA = Jdk.current().java().toString();

  private final CommandLineFixture cli = new CommandLineFixture();
  private @TempDir Path folder;

  private void refused(String part) {
    assertThat(cli.command()).isNull();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("racedetect: ").contains(part).hasLineCount(1);
  }

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String jar(String name, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (mainClass != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    }
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
    return jar.toString();
  }

  @Test
  void mainClass() {
    assertThat(cli.execute("run", "-cp", "a:b", "com.acme.App", "x", "-y")).isZero();
    assertThat(cli.command())
        .containsExactly(JAVA, "-javaagent:" + AGENT, "-cp", "a:b", "com.acme.App", "x", "-y");
  }

  @Test
  void programsArgumentsAreLeftAlone() {
    String[] args = {"--help", "-o", "@file", "--", "", "a b", "\"q\"", "${x}", "%p"};
    List<String> line = new ArrayList<>(List.of("run", "App"));
    line.addAll(List.of(args));
    cli.execute(line.toArray(String[]::new));
    assertThat(cli.command()).endsWith(args).hasSize(3 + args.length);
  }

  @Test
  void jarFile() throws IOException {
    String jar = jar("app.jar", "com.acme.App");
    assertThat(cli.execute("run", "-J-Xmx1g", "--jvm-arg=-ea", jar, "x")).isZero();
    assertThat(cli.command())
        .containsExactly(JAVA, "-javaagent:" + AGENT, "-Xmx1g", "-ea", "-jar", jar, "x");
  }

  @Test
  void javaCommand() {
    assertThat(cli.execute("run", "java", "-Xmx1g", "-cp", "x", "App", "a")).isZero();
    assertThat(cli.command())
        .containsExactly("java", "-javaagent:" + AGENT, "-Xmx1g", "-cp", "x", "App", "a");
    cli.execute("run", "/opt/jdk/bin/java", "-jar", "app.jar");
    assertThat(cli.command()).startsWith("/opt/jdk/bin/java", "-javaagent:" + AGENT, "-jar");
  }

  @Test
  void detectorsOptions() {
    cli.execute(
        "run",
        "-o",
        "include=com.acme",
        "--option=history_size=2",
        "--json",
        "a,b.json",
        "--log-path=out",
        "--exitcode",
        "3",
        "--halt-on-error",
        "App");
    assertThat(cli.command().get(1))
        .isEqualTo(
            "-javaagent:"
                + AGENT
                + "=include=com.acme,history_size=2,json='a,b.json',log_path=out,exitcode=3,"
                + "halt_on_error=true");
  }

  @Test
  void statusIsTheProgrammes() {
    assertThat(cli.programEndsWith(42).execute("run", "App")).isEqualTo(42);
    assertThat(cli.programEndsWith(66).execute("run", "java", "App")).isEqualTo(66);
  }

  @Test
  void sourceFileIsCompiledAndCleanedUp() throws IOException {
    String file =
        source(
            "Multi.java",
            """
            package a.b;
            interface Helper { int ONE = 1; }
            class First { static void main() {} static class Inner { public static void main(String[] a) {} } }
            class Second { public static void main(String[] args) {} }
            public class Multi { public static void main(String[] args) {} }
            """);
    List<Path> seen = new ArrayList<>();
    cli.whileRunning(
        command -> {
          Path classes = Path.of(command.get(3).split(File.pathSeparator)[0]);
          assertThat(classes.resolve(Path.of("a", "b", "Multi.class"))).exists();
          seen.add(classes);
        });
    assertThat(cli.execute("run", "-cp", "lib", file, "x")).isZero();
    assertThat(cli.command())
        .containsExactly(
            JAVA,
            "-javaagent:" + AGENT,
            "-cp",
            seen.get(0) + File.pathSeparator + "lib",
            "a.b.Second",
            "x");
    assertThat(seen.get(0)).doesNotExist();
  }

  @Test
  void compilerSpeaksForItself() throws IOException {
    String file = source("Bad.java", "class Bad { int x = \"a\"; }\n");
    assertThat(cli.execute("run", file)).isEqualTo(2);
    assertThat(cli.command()).isNull();
    assertThat(cli.err())
        .startsWith(file + ":1: error: incompatible types")
        .endsWith("1 error\n")
        .doesNotContain("racedetect:");
  }

  @Test
  void namedJdkCompilesItself() throws IOException {
    String home =
        Jdk.current().home().resolve("..").resolve(Jdk.current().home().getFileName()).toString();
    String file = source("App.java", "class App { public static void main(String[] a) {} }");
    assertThat(cli.execute("run", "--jdk", home, file)).isZero();
    assertThat(cli.command()).startsWith(Jdk.at(Path.of(home)).java().toString()).endsWith("App");
    String bad = source("Bad.java", "class Bad { int x = \"a\"; }\n");
    assertThat(cli.execute("run", "--jdk", home, bad)).isEqualTo(2);
    assertThat(cli.err()).contains("error: incompatible types");
  }

  @Test
  void bytesThatAreNoUtf8DoNotCompile() throws IOException {
    Path file = folder.resolve("Latin.java");
    Files.write(
        file,
        "class Latin { String s = \"\u00e4\"; public static void main(String[] a) {} }"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(cli.execute("run", file.toString())).isEqualTo(2);
    assertThat(cli.command()).isNull();
    assertThat(cli.err()).contains("Latin.java:1: error: unmappable character");
  }

  @Test
  void sourceWithoutMain() throws IOException {
    String file = source("NoMain.java", "class NoMain { private static void main(String[] a) {} }");
    assertThat(cli.execute("run", file)).isEqualTo(2);
    refused(file + ": no class with a main method");
  }

  @Test
  void missingFiles() {
    for (String program : new String[] {"None.java", "none.jar", "a/none"}) {
      CommandLineFixture fresh = new CommandLineFixture();
      assertThat(fresh.execute("run", program)).isEqualTo(2);
      assertThat(fresh.err())
          .isEqualToIgnoringNewLines("racedetect: " + program + ": no such file");
    }
  }

  @Test
  void classFileInsteadOfItsName() throws IOException {
    assertThat(cli.execute("run", source("App.class", ""))).isEqualTo(2);
    refused("App.class is a class file; name the class: racedetect run -cp FOLDER MAINCLASS");
  }

  @Test
  void folderInsteadOfProgram() {
    assertThat(cli.execute("run", folder + "/")).isEqualTo(2);
    refused(folder + " is a folder, not a program");
  }

  @Test
  void imageWithoutAgents() throws IOException {
    Path java = Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve("java"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    source("release", "MODULES=\"java.base java.instrumentation\"");
    assertThat(cli.execute("run", "--jdk", folder.toString(), "App")).isEqualTo(2);
    refused("takes no agents; make the image with jlink --add-modules java.instrument");
    CommandLineFixture other = new CommandLineFixture();
    assertThat(other.execute("run", java.toString(), "App")).isEqualTo(2);
    assertThat(other.err()).contains("takes no agents");
    source("release", "MODULES=\"java.base java.instrument\"");
    assertThat(new CommandLineFixture().execute("run", java.toString(), "App")).isZero();
  }

  @Test
  void namesThatAreNearlyRight() {
    assertThat(cli.execute("run", "--halt-on-eror", "App")).isEqualTo(2);
    refused("did you mean '--halt-on-error'?");
    CommandLineFixture command = new CommandLineFixture();
    assertThat(command.execute("ruin", "App")).isEqualTo(2);
    assertThat(command.err()).contains("did you mean 'run'?");
    CommandLineFixture program = new CommandLineFixture();
    assertThat(program.execute("App.java")).isEqualTo(2);
    assertThat(program.err()).contains("did you mean 'run App.java'?");
  }

  @Test
  void brokenJar() throws IOException {
    assertThat(cli.execute("run", source("broken.jar", "no zip"))).isEqualTo(2);
    refused("broken.jar: not a readable jar");
  }

  @Test
  void jarWithoutMainClass() throws IOException {
    String jar = jar("library.jar", null);
    assertThat(cli.execute("run", jar)).isEqualTo(2);
    refused("no Main-Class in its manifest; name the class: racedetect run -cp " + jar);
  }

  @Test
  void missingJdk() {
    assertThat(cli.execute("run", "--jdk", folder.toString(), "App")).isEqualTo(2);
    refused("no JDK at " + folder);
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() throws IOException {
    assertThat(cli.execute("run", "-cp", "x", jar("app.jar", "App"))).isEqualTo(2);
    refused("-cp has no effect with a jar");
    CommandLineFixture other = new CommandLineFixture();
    assertThat(other.execute("run", "-cp", "x", "java", "App")).isEqualTo(2);
    assertThat(other.err()).contains("-cp has no effect with a java command");
  }

  @Test
  void detectorsOptionsAreCheckedBeforeAnythingIsStarted() {
    assertThat(cli.execute("run", "-o", "exitcod=1", "App")).isEqualTo(2);
    refused("unknown option 'exitcod' in agent options; did you mean 'exitcode'?; valid options:");
  }

  @Test
  void assignmentsWithoutEqualsSign() {
    assertThat(cli.execute("run", "-o", "json", "App")).isEqualTo(2);
    refused("--option 'json' is not key=value");
  }

  @Test
  void nothingToRun() {
    assertThat(cli.execute("run")).isEqualTo(2);
    refused("'PROGRAM'; see 'racedetect run --help'");
  }
}
