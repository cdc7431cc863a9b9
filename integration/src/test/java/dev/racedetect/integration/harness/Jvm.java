package dev.racedetect.integration.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM to be started: the launcher of one JDK, with or without the shipped jar as agent.
 *
 * <p>Every class is verified, also those of the JDK, so that bad code cannot pass unseen. The agent
 * always writes its findings to a file of its own, which is read when the JVM has ended.
 */
public final class Jvm {

  /**
   * For programs that live for some milliseconds: an optimising compiler would only cost them time.
   */
  public static final String FAST_START = "-XX:TieredStopAtLevel=1";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  /** Variables that would bring options of the surroundings into the JVM under test. */
  private static final List<String> FOREIGN_OPTIONS =
      List.of("RACEDETECT", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private final Jdk jdk;
  private final List<String> jvmArgs = new ArrayList<>();
  private final List<String> program = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private List<String> agentOptions;
  private Path agentJar;
  private String classPath;
  private String stdin = "";
  private Path folder;
  private Duration timeout = DEFAULT_TIMEOUT;

  private Jvm(Jdk jdk) {
    this.jdk = jdk;
  }

  /** Returns a JVM of the given JDK, so far without agent, class path and program. */
  public static Jvm on(Jdk jdk) {
    return new Jvm(jdk);
  }

  /**
   * Returns the jar under test.
   *
   * @throws IllegalStateException if the system property {@code racedetect.jar} names no file
   */
  public static Path shippedJar() {
    String jar = System.getProperty("racedetect.jar");
    if (jar == null || !Files.isRegularFile(Path.of(jar))) {
      throw new IllegalStateException(
          "system property racedetect.jar must name the shipped jar, but is: " + jar);
    }
    return Path.of(jar).toAbsolutePath();
  }

  /**
   * Loads the shipped jar as agent.
   *
   * @param options each {@code key=value}; {@code json} is added where it is not given
   */
  public Jvm agent(String... options) {
    return agentFrom(shippedJar(), options);
  }

  /** Loads a copy of the shipped jar as agent, as {@link #agent(String...)} does. */
  public Jvm agentFrom(Path jar, String... options) {
    agentJar = jar;
    agentOptions = List.of(options);
    return this;
  }

  /** Adds options of the JVM itself. */
  public Jvm jvmArgs(String... args) {
    jvmArgs.addAll(Arrays.asList(args));
    return this;
  }

  /** Sets the class path. */
  public Jvm classpath(Path... entries) {
    return classpath(Arrays.asList(entries));
  }

  /** Sets the class path. */
  public Jvm classpath(List<Path> entries) {
    classPath =
        entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return this;
  }

  /** Sets the main class and begins its arguments. */
  public Jvm main(String mainClass) {
    program.add(mainClass);
    return this;
  }

  /** Adds arguments: of the program, or whatever else is to follow the JVM's options. */
  public Jvm args(String... args) {
    program.addAll(Arrays.asList(args));
    return this;
  }

  /** Sets an environment variable; those that carry JVM or detector options are unset else. */
  public Jvm env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Sets what the program reads from standard input, which is empty else. */
  public Jvm stdin(String text) {
    stdin = text;
    return this;
  }

  /** Sets the working folder, which is a fresh one else. */
  public Jvm workingFolder(Path path) {
    folder = path;
    return this;
  }

  /** Sets after which time the JVM is killed; two minutes else. */
  public Jvm timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /**
   * Starts the JVM and waits until it has ended.
   *
   * @throws AssertionError if it had to be killed, with what it had written so far
   */
  public Outcome run() {
    try {
      Path scratch = Files.createTempDirectory("racedetect-jvm");
      try {
        return runIn(scratch);
      } finally {
        deleteTree(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome runIn(Path scratch) throws IOException {
    Path json = scratch.resolve("findings.jsonl");
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command(json));
    FOREIGN_OPTIONS.forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    builder.directory(
        (folder == null ? Files.createDirectory(scratch.resolve("wd")) : folder).toFile());
    builder.redirectInput(Files.writeString(scratch.resolve("in"), stdin).toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    boolean ended = waitFor(process);
    Charset charset = Charset.defaultCharset();
    Outcome outcome =
        new Outcome(
            ended ? process.exitValue() : -1,
            new String(Files.readAllBytes(out), charset),
            new String(Files.readAllBytes(err), charset),
            findings(json));
    if (!ended) {
      throw new AssertionError(
          "killed after "
              + timeout.toSeconds()
              + " s: "
              + builder.command()
              + "\n"
              + outcome.describe());
    }
    return outcome;
  }

  private boolean waitFor(Process process) {
    boolean ended = false;
    try {
      ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
      }
    }
    return ended;
  }

  private List<String> command(Path json) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-Xverify:all");
    if (agentOptions != null) {
      List<String> options = new ArrayList<>(agentOptions);
      if (options.stream().noneMatch(option -> option.startsWith("json="))) {
        options.add("json=" + json);
      }
      command.add("-javaagent:" + agentJar + "=" + String.join(",", options));
    }
    command.addAll(jvmArgs);
    if (classPath != null) {
      command.add("-cp");
      command.add(classPath);
    }
    command.addAll(program);
    return command;
  }

  /** Reads a file of findings; a line that is no JSON object is an error of the detector. */
  private static List<JsonNode> findings(Path json) throws IOException {
    if (!Files.exists(json)) {
      return List.of();
    }
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> findings = new ArrayList<>();
    for (String line : Files.readAllLines(json, StandardCharsets.UTF_8)) {
      JsonNode finding = mapper.readTree(line);
      if (!finding.isObject()) {
        throw new AssertionError("not a JSON object: " + line);
      }
      findings.add(finding);
    }
    return List.copyOf(findings);
  }

  private static void deleteTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
