package dev.racedetect.agent;

import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.boot.EngineClasses;
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

  private BootRuntime() {}

  static void prepare(Instrumentation instrumentation, @Nullable File jar)
      throws ReflectiveOperationException, IOException {
    if (BootRuntime.class.getClassLoader() != null) {
      define(instrumentation, jar);
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

  private static void define(Instrumentation instrumentation, @Nullable File file)
      throws IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootRuntime.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    try (AgentJar jar = AgentJar.open(file)) {
      EngineClasses.define(jar.read(ENGINE));
    }
  }
}
