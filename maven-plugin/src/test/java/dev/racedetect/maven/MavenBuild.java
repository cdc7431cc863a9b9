package dev.racedetect.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Maven, by default the one that runs this build, on a project of {@code src/test/projects}.
 * Its local repository lies in this module's folder {@code target} and holds what the other modules
 * have just packaged; all else comes from the repository of the outer build, or from where that
 * gets it.
 */
final class MavenBuild {

  private static final Path TARGET = Path.of("target/projects").toAbsolutePath();
  private static final Path REPOSITORY = TARGET.resolve("repository");
  private static final String VERSION = property("racedetect.version");

  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "@version@",
          VERSION,
          "@junit@",
          property("racedetect.junit.version"),
          "@surefire@",
          property("racedetect.surefire.version"),
          "@jacoco@",
          "0.8.14",
          "@kotlin@",
          "2.2.21",
          "@mockito@",
          "5.20.0");

  private final Path folder;
  private final String output;
  private final int status;

  private MavenBuild(Path folder, String output, int status) {
    this.folder = folder;
    this.output = output;
    this.status = status;
  }

  /** Which Maven; the value names its home. */
  enum Maven {
    THIS("racedetect.maven.home"),
    OLDEST("racedetect.maven.oldest"),
    NEWEST("racedetect.maven.newest");

    private final String home;

    Maven(String home) {
      this.home = home;
    }
  }

  /**
   * Copies a project, unless it is there, and builds it.
   *
   * @param project its folder in {@code src/test/projects}
   * @param copy the name of the copy
   * @param arguments what follows {@code mvn}
   */
  static MavenBuild run(String project, String copy, String... arguments)
      throws IOException, InterruptedException {
    return run(Maven.THIS, project, copy, arguments);
  }

  /** The same with another Maven. */
  static MavenBuild run(Maven maven, String project, String copy, String... arguments)
      throws IOException, InterruptedException {
    Path folder = TARGET.resolve(copy);
    if (!Files.exists(folder)) {
      copy(Path.of("src/test/projects", project), folder);
    }
    install();
    Path home = Path.of(property(maven.home));
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    command.addAll(repository());
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(TARGET, copy + "-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS", "RACEDETECT"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    if (!process.waitFor(40, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException("still runs, see " + log);
    }
    return new MavenBuild(
        folder, Files.readString(log, StandardCharsets.UTF_8), process.exitValue());
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("property " + name + " is missing: run it by Failsafe");
    }
    return value;
  }

  private static List<String> repository() throws IOException {
    String outer = property("racedetect.maven.repository");
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dmaven.repo.local=" + REPOSITORY);
    arguments.add("-Dmaven.repo.local.tail=" + outer);
    // Maven 3.8 knows no tail: there it is a remote repository, asked before all others.
    String repository =
        ("<id>outer</id><url>%s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>")
            .formatted(Path.of(outer).toUri());
    Path settings = TARGET.resolve("settings.xml");
    Files.writeString(
        settings,
        ("<settings><profiles><profile><id>outer</id><repositories><repository>%s</repository>"
                + "</repositories><pluginRepositories><pluginRepository>%s</pluginRepository>"
                + "</pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>outer</activeProfile></activeProfiles></settings>")
            .formatted(repository, repository));
    arguments.add("-gs");
    arguments.add(settings.toString());
    return arguments;
  }

  private static void install() throws IOException {
    Path root = Path.of(property("racedetect.root"));
    install("parent", root.resolve("pom.xml"), null);
    install("runtime", root.resolve("runtime/pom.xml"), jar(root, "runtime"));
    install("report", root.resolve("report/pom.xml"), jar(root, "report"));
    install("junit", root.resolve("junit/pom.xml"), jar(root, "junit"));
    install("maven-plugin", root.resolve("maven-plugin/pom.xml"), jar(root, "maven-plugin"));
    Path cli = root.resolve("cli/target");
    install("cli", cli.resolve("dependency-reduced-pom.xml"), cli.resolve("racedetect.jar"));
  }

  private static Path jar(Path root, String module) {
    return root.resolve("%s/target/racedetect-%s-%s.jar".formatted(module, module, VERSION));
  }

  private static void install(String name, Path pom, Path jar) throws IOException {
    String artifact = "racedetect-" + name;
    Path folder = REPOSITORY.resolve("dev/racedetect").resolve(artifact).resolve(VERSION);
    Files.createDirectories(folder);
    Path base = folder.resolve(artifact + "-" + VERSION);
    Files.copy(pom, Path.of(base + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    if (jar != null) {
      Files.copy(jar, Path.of(base + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          String text = Files.readString(file);
          for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            text = text.replace(placeholder.getKey(), placeholder.getValue());
          }
          Files.writeString(target, text);
        }
      }
    }
  }

  /** All output. */
  String output() {
    return output;
  }

  /** Whether all modules were built. */
  boolean succeeded() {
    return status == 0;
  }

  /** What Maven says of a module in its closing list: {@code SUCCESS}, {@code FAILURE}, ... */
  String result(String module) {
    Matcher line =
        Pattern.compile("^\\[INFO] " + Pattern.quote(module) + " \\.* (\\w+)", Pattern.MULTILINE)
            .matcher(output);
    return line.find() ? line.group(1) : "not built";
  }

  /** The error that a module failed with; empty for none. */
  String error(String module) {
    Matcher error =
        Pattern.compile(
                "on project "
                    + Pattern.quote(module)
                    + ": (.*?)(?= -> \\[Help| *\\R\\[ERROR] *\\R)",
                Pattern.DOTALL)
            .matcher(output);
    return error.find() ? error.group(1).replaceAll("(\\R\\[ERROR] ?)+$", "") : "";
  }

  /** The folder of a module. */
  Path module(String name) {
    return folder.resolve(name);
  }

  /** The files of findings of a module. */
  List<Path> findings(String module) throws IOException {
    return new ForkFolder(module(module).resolve("target/racedetect")).findings();
  }
}
