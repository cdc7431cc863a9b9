package dev.racedetect.cli;

import dev.racedetect.runtime.options.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a program under the detector. */
@Command(
    name = "run",
    description = "Runs a program and reports its data races.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = {
      "racedetect run [OPTIONS] Main.java [ARGS...]",
      "      racedetect run [OPTIONS] app.jar [ARGS...]",
      "      racedetect run [OPTIONS] -cp PATH MAINCLASS [ARGS...]",
      "      racedetect run [OPTIONS] java [JAVA-OPTIONS...] MAINCLASS [ARGS...]"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "2:wrong usage, or the source file does not compile",
      "66:data races were found and the program itself ended with 0",
      "other:the program's own"
    })
final class RunCommand implements Callable<Integer> {

  private final ProgramLauncher launcher;

  @Spec private CommandSpec spec;

  @Mixin private Assigned detector;

  @Option(
      names = {"-cp", "-classpath", "--class-path"},
      paramLabel = "PATH",
      description = "Class path of a main class or a source file.")
  private @Nullable String classPath;

  @Option(
      names = {"-J", "--jvm-arg"},
      paramLabel = "ARG",
      description = "Option for the program's JVM: -J-Xmx1g, --jvm-arg=-Xmx1g. May be repeated.")
  private List<String> jvmArguments = new ArrayList<>();

  @Option(
      names = "--jdk",
      paramLabel = "HOME",
      description = "JDK to run with; the one that runs racedetect if not given.")
  private @Nullable Path jdkHome;

  @Parameters(
      index = "0",
      paramLabel = "PROGRAM",
      description = "A source file, a jar, a main class, or a java command.")
  private String program;

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "The program's arguments.")
  private List<String> arguments = new ArrayList<>();

  /** The detector's options as this command names them. */
  static final class Assigned extends DetectorOptions {

    @Option(
        names = {"-o", "--option"},
        paramLabel = "KEY=VALUE",
        description = OPTION_HELP)
    private List<String> assignments = new ArrayList<>();

    @Override
    List<String> assignments() {
      return assignments;
    }
  }

  RunCommand(ProgramLauncher launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    String agent = agentArgument();
    if (isJavaCommand()) {
      refuse(classPath, "-cp", "a java command; put it after " + program);
      refuse(jdkHome, "--jdk", "a java command; name that JDK's java instead");
      Jdk.of(Path.of(program)).requireAgents();
      return launcher.run(command(program, agent, arguments));
    }
    Jdk jdk = jdkHome == null ? Jdk.current() : Jdk.at(jdkHome);
    if (program.endsWith(".java")) {
      return runSource(jdk, agent);
    }
    if (program.endsWith(".class") && Files.isRegularFile(Path.of(program))) {
      throw new UserError(
          program + " is a class file; name the class: racedetect run -cp FOLDER MAINCLASS");
    }
    jdk.requireAgents();
    List<String> rest = new ArrayList<>();
    if (program.endsWith(".jar") || (classPath == null && Files.isRegularFile(Path.of(program)))) {
      refuse(classPath, "-cp", "a jar, whose manifest names its class path");
      JarProgram.check(Path.of(program));
      rest.add("-jar");
    } else if (program.indexOf('/') >= 0 || program.indexOf('\\') >= 0) {
      throw UserError.noFile(Path.of(program));
    } else if (classPath != null) {
      rest.add("-cp");
      rest.add(classPath);
    }
    rest.add(program);
    rest.addAll(arguments);
    return launcher.run(command(jdk.java().toString(), agent, rest));
  }

  private int runSource(Jdk jdk, String agent) {
    jdk.requireAgents();
    try (CompiledSource source = new CompiledSource(Path.of(program))) {
      boolean preview = jvmArguments.contains("--enable-preview");
      if (!source.compile(jdk, classPath, preview, spec.commandLine().getErr())) {
        return ExitCodes.USAGE;
      }
      List<String> rest = new ArrayList<>();
      rest.add("-cp");
      rest.add(source.classPath(classPath));
      rest.add(source.mainClass());
      rest.addAll(arguments);
      return launcher.run(command(jdk.java().toString(), agent, rest));
    }
  }

  private boolean isJavaCommand() {
    Path name = Path.of(program).getFileName();
    return name != null && (name.toString().equals("java") || name.toString().equals("java.exe"));
  }

  private String agentArgument() {
    String options = detector.agentString(System.getenv(Options.ENVIRONMENT));
    Path jar = launcher.agentJar();
    if (jar.toString().indexOf('=') >= 0) {
      throw new UserError("the JVM takes no agent from a path with '=': " + jar + "; move it");
    }
    return "-javaagent:" + jar + (options.isEmpty() ? "" : "=" + options);
  }

  private List<String> command(String java, String agent, List<String> rest) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.add(agent);
    command.addAll(jvmArguments);
    command.addAll(rest);
    return command;
  }

  private static void refuse(@Nullable Object value, String option, String what) {
    if (value != null) {
      throw new UserError(option + " has no effect with " + what);
    }
  }
}
