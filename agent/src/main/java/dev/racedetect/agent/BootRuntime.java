package dev.racedetect.agent;

import dev.racedetect.runtime.boot.EngineClasses;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * Makes the engine visible to every class loader and opens to it what it needs of {@code
 * java.base}.
 *
 * <p>Its classes are defined one by one in the boot loader, whatever the jar's name. Appending the
 * jar to the boot class path would make the JVM print a warning on every start.
 */
final class BootRuntime {
  /** The first class of the engine, which defines the others. */
  private static final String FIRST = "dev/racedetect/runtime/boot/EngineClasses";

  /** All classes of the engine as one resource, not compressed in itself. */
  private static final String ENGINE = "dev/racedetect/agent/engine.jar";

  private BootRuntime() {}

  static void prepare(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    if (BootRuntime.class.getClassLoader() == null) {
      Class<?> inBoot = Class.forName("dev.racedetect.runtime.thread.ThreadState", false, null);
      open(instrumentation, inBoot.getModule());
    } else {
      define(instrumentation);
    }
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

  /** Only the first class is defined by reflection, whose accessors cost more than the class. */
  private static void define(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootRuntime.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
    Object instance = unsafe.getMethod("getUnsafe").invoke(null);
    Method define =
        unsafe.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    try (ZipFile jar = AgentJar.open()) {
      byte[] first = AgentJar.read(jar, FIRST + ".class");
      Class<?> inBoot =
          (Class<?>) define.invoke(instance, FIRST, first, 0, first.length, null, null);
      open(instrumentation, inBoot.getModule());
      EngineClasses.define(AgentJar.read(jar, ENGINE));
    }
  }
}
