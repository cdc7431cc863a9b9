package dev.racedetect.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A source file compiled into a temporary folder, which is deleted on {@link #close}. */
final class CompiledSource implements AutoCloseable {

  private final Path source;
  private final Path classes;

  /** Deletes the folder when a signal ends this process before {@link #close}. */
  private final Thread deletion = new Thread(this::delete, "racedetect-delete");

  /**
   * Makes the folder.
   *
   * @throws UserError when the source does not exist
   */
  CompiledSource(Path source) {
    this.source = source;
    if (!Files.isRegularFile(source)) {
      throw UserError.noFile(source);
    }
    try {
      classes = Files.createTempDirectory("racedetect");
    } catch (IOException e) {
      throw new UserError("cannot make a temporary folder for the classes (" + e + ")");
    }
    Runtime.getRuntime().addShutdownHook(deletion);
  }

  /**
   * Compiles with the compiler of a JDK.
   *
   * @param classPath class path, or null
   * @param preview whether preview features are on
   * @param err receives what the compiler prints
   * @return whether it compiled
   */
  boolean compile(Jdk jdk, @Nullable String classPath, boolean preview, PrintWriter err) {
    List<String> arguments = new ArrayList<>(List.of("-g", "-encoding", "UTF-8", "-proc:none"));
    arguments.addAll(List.of("-d", classes.toString(), "-cp", classPath(classPath)));
    if (preview) {
      arguments.addAll(List.of("--enable-preview", "--release", jdk.feature()));
    }
    boolean compiled =
        jdk.equals(Jdk.current()) ? inProcess(arguments, err) : byTool(jdk, arguments, err);
    err.flush();
    return compiled;
  }

  private boolean inProcess(List<String> arguments, PrintWriter err) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new UserError(
          "this Java has no compiler; run racedetect with a JDK or give one by --jdk");
    }
    boolean[] unreadable = {false};
    DiagnosticListener<JavaFileObject> onReading =
        diagnostic -> {
          // The compiler does not count what its file manager finds: bytes that are not UTF-8.
          unreadable[0] |= diagnostic.getKind() == Diagnostic.Kind.ERROR;
          err.println(diagnostic);
        };
    try (StandardJavaFileManager files = compiler.getStandardFileManager(onReading, null, null)) {
      return compiler
              .getTask(err, files, null, arguments, null, files.getJavaFileObjects(source))
              .call()
          && !unreadable[0];
    } catch (IllegalArgumentException | IOException e) {
      throw new UserError(source + ": cannot be compiled (" + e.getMessage() + ")");
    }
  }

  private boolean byTool(Jdk jdk, List<String> arguments, PrintWriter err) {
    if (!Files.isExecutable(jdk.javac())) {
      throw new UserError("no compiler in " + jdk.home() + "; give a JDK, not a JRE, by --jdk");
    }
    List<String> command = new ArrayList<>(List.of(jdk.javac().toString()));
    command.addAll(arguments);
    command.add(source.toString());
    try {
      Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
      javac.getOutputStream().close();
      try (Reader output =
          new InputStreamReader(javac.getInputStream(), Charset.defaultCharset())) {
        output.transferTo(err);
      }
      return javac.waitFor() == 0;
    } catch (IOException e) {
      throw new UserError("cannot start " + jdk.javac() + " (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The class path of the program: the classes made here, then what was given. */
  String classPath(@Nullable String given) {
    return given == null ? classes.toString() : classes + File.pathSeparator + given;
  }

  /**
   * Binary name of the class to run.
   *
   * @throws UserError when none has a main method
   */
  String mainClass() {
    String name = MainClasses.first(classes);
    if (name == null) {
      throw new UserError(source + ": no class with a main method");
    }
    return name;
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(deletion);
    } catch (IllegalStateException e) {
      // The JVM is ending and runs it.
    }
  }

  private void delete() {
    if (!Files.exists(classes)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // Only a temporary folder is left behind.
    }
  }
}
