package dev.racedetect.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Makes the engine visible to every class loader and opens to it what it needs of {@code
 * java.base}.
 *
 * <p>Normally the manifest's {@code Boot-Class-Path} has put it there. A jar under another name is
 * not found by that entry; then the engine's classes are defined one by one in the boot loader.
 * Appending the jar to the boot class path at this point would make the JVM print a warning on
 * every start.
 */
final class BootRuntime {
  private static final String RUNTIME = "dev/racedetect/runtime/";

  private BootRuntime() {}

  static void prepare(Instrumentation instrumentation) throws ReflectiveOperationException {
    if (BootRuntime.class.getClassLoader() != null) {
      define(instrumentation);
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

  private static void define(Instrumentation instrumentation) throws ReflectiveOperationException {
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
    Map<String, byte[]> classes = runtimeClasses();
    while (!classes.isEmpty()) {
      int before = classes.size();
      for (Iterator<Map.Entry<String, byte[]>> i = classes.entrySet().iterator(); i.hasNext(); ) {
        Map.Entry<String, byte[]> entry = i.next();
        byte[] bytes = entry.getValue();
        try {
          define.invoke(instance, entry.getKey(), bytes, 0, bytes.length, null, null);
          i.remove();
        } catch (InvocationTargetException e) {
          // A superclass may still be missing: another round.
          if (!(e.getCause() instanceof NoClassDefFoundError)) {
            throw e;
          }
        }
      }
      if (classes.size() == before) {
        throw new NoClassDefFoundError("incomplete agent jar: " + classes.keySet());
      }
    }
  }

  private static Map<String, byte[]> runtimeClasses() {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    try (JarFile jar =
        new JarFile(
            Path.of(BootRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name = entry.getName();
        if (name.startsWith(RUNTIME) && name.endsWith(".class")) {
          classes.put(name.substring(0, name.length() - 6), read(jar, entry));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the agent jar: " + e, e);
    }
    return classes;
  }

  private static byte[] read(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
