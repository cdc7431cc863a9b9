package dev.racedetect.agent;

import dev.racedetect.agent.canary.OutOfLine;
import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.boot.EngineClasses;
import dev.racedetect.runtime.options.Options;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the engine visible to every class loader and opens to it what it needs of {@code
 * java.base}.
 *
 * <p>Its classes are defined one by one in the boot loader, whatever the jar's name. Appending the
 * jar to the boot class path would make the JVM print a warning on every start.
 */
final class BootRuntime {
  /** All classes of the engine as one resource, not compressed in itself. */
  private static final String ENGINE = "dev/racedetect/agent/racedetect-engine.jar";

  private static final String OPTIONS = "dev/racedetect/runtime/options/";
  private static final String ASM = "dev/racedetect/shaded/asm/";
  private static final String OUT_OF_LINE = "dev/racedetect/agent/canary/OutOfLine";

  private BootRuntime() {}

  /**
   * Prepares all.
   *
   * @param builtIn options that the jar brings along; null for none
   * @param agentString options given to the agent; null for none
   */
  static void prepare(
      Instrumentation instrumentation,
      @Nullable File jar,
      @Nullable String builtIn,
      @Nullable String agentString)
      throws ReflectiveOperationException, IOException {
    if (BootRuntime.class.getClassLoader() != null) {
      define(instrumentation, jar, builtIn, agentString);
    }
    Class<?> inBoot = Class.forName("dev.racedetect.runtime.thread.ThreadState", false, null);
    open(instrumentation, inBoot.getModule());
  }

  private static void open(Instrumentation instrumentation, Module module) {
    Set<Module> engine = Set.of(module);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", engine, "jdk.internal.vm", engine),
        Map.of(
            "java.lang", engine,
            "java.lang.invoke", engine,
            "java.util", engine,
            "java.util.concurrent", engine,
            "java.util.concurrent.atomic", engine,
            "java.util.concurrent.locks", engine),
        Set.of(),
        Map.of());
  }

  private static void define(
      Instrumentation instrumentation,
      @Nullable File file,
      @Nullable String builtIn,
      @Nullable String agentString)
      throws IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootRuntime.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    try (AgentJar jar = AgentJar.open(file)) {
      EngineClasses engine = new EngineClasses(jar.read(ENGINE));
      engine.define(OPTIONS);
      if (Options.askForCanary(builtIn, System.getenv(Options.ENVIRONMENT), agentString)) {
        engine.define(ASM);
        engine.define(OUT_OF_LINE);
        engine.defineAll(new OutOfLine());
      } else {
        engine.defineAll(null);
      }
    }
  }
}
