package dev.racedetect.agent.jdk;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps HotSpot's optimising compiler from the code that rewrites classes. That code runs for some
 * seconds at the start of a program, and the compiler would spend more on it than it ever saves,
 * while the program waits for its own code to be compiled.
 *
 * <p>A directive (JEP 165) can be given while the JVM runs, by the diagnostic command of {@code
 * jcmd Compiler.directives_add}, from a file. It concerns no class of the program. Where the module
 * {@code jdk.management} is missing, or the command, nothing is done.
 */
public final class CompilerDirective {
  private static final String COMMANDS = "com.sun.management.internal";
  private static final String HELPERS = "sun.management";

  private static final String DIRECTIVE =
      """
      [{
        match: ["dev/racedetect/agent/*.*", "dev/racedetect/shaded/*.*"],
        c2: { Exclude: true }
      }]
      """;

  private CompilerDirective() {}

  /** Gives the directive, if that is possible. */
  public static void give(Instrumentation instrumentation) {
    Optional<Module> commands = ModuleLayer.boot().findModule("jdk.management");
    Optional<Module> helpers = ModuleLayer.boot().findModule("java.management");
    if (commands.isEmpty() || helpers.isEmpty()) {
      return;
    }
    try {
      Path file = Files.createTempFile("racedetect", ".json");
      try {
        Files.writeString(file, DIRECTIVE);
        open(instrumentation, commands.get(), COMMANDS);
        open(instrumentation, helpers.get(), HELPERS);
        execute("Compiler.directives_add \"" + file + '"');
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError none) {
      // Then it compiles what it likes.
    }
  }

  private static void open(Instrumentation instrumentation, Module module, String packageName) {
    Set<Module> here = Set.of(CompilerDirective.class.getModule());
    instrumentation.redefineModule(
        module, Set.of(), Map.of(), Map.of(packageName, here), Set.of(), Map.of());
  }

  /** Without the management beans, which would be made for it. */
  private static void execute(String command) throws ReflectiveOperationException {
    Class<?> helper = Class.forName(HELPERS + ".ManagementFactoryHelper", true, null);
    Method vm = helper.getDeclaredMethod("getVMManagement");
    vm.setAccessible(true);
    // Loads the native half.
    Class.forName(COMMANDS + ".PlatformMBeanProviderImpl", true, null);
    Class<?> commands = Class.forName(COMMANDS + ".DiagnosticCommandImpl", true, null);
    Constructor<?> constructor = commands.getDeclaredConstructor(vm.getReturnType());
    constructor.setAccessible(true);
    Method execute = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
    execute.setAccessible(true);
    execute.invoke(constructor.newInstance(vm.invoke(null)), command);
  }
}
