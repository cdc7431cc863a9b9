package dev.racedetect.integration.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jars that are more than classes and a main class work as before, and are watched. */
class JarFormsTest {

  private static final String MAIN =
      """
      package com.acme;
      public class Main {
        static int count;
        public static void main(String[] args) throws Exception {
          Thread[] threads = {new Thread(Main::count), new Thread(Main::count)};
          for (Thread thread : threads) thread.start();
          for (Thread thread : threads) thread.join();
          System.out.println(Text.of());
        }
        static void count() { count++; }
      }
      """;

  private static final String TEXT =
      """
      package com.acme;
      public class Text { public static String of() { return "base"; } }
      """;

  /** Loads classes out of the uncompressed jar within the jar, by its offset as launchers do. */
  private static final String LAUNCHER =
      """
      package loader;
      import java.io.*;
      import java.util.*;
      import java.util.jar.*;
      import java.util.zip.*;
      public class Launcher extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();
        Launcher(String path) throws IOException {
          try (JarFile jar = new JarFile(path)) {
            ZipEntry inner = jar.getEntry("lib/inner.jar");
            if (inner.getMethod() != ZipEntry.STORED) throw new IOException("compressed");
            try (ZipInputStream in = new ZipInputStream(jar.getInputStream(inner))) {
              for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                classes.put(e.getName(), in.readAllBytes());
              }
            }
          }
        }
        @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
          byte[] b = classes.get(name.replace('.', '/') + ".class");
          if (b == null) throw new ClassNotFoundException(name);
          return defineClass(name, b, 0, b.length);
        }
        public static void main(String[] args) throws Exception {
          ClassLoader own = new Launcher(System.getProperty("java.class.path"));
          own.loadClass("com.acme.Main").getMethod("main", String[].class)
              .invoke(null, (Object) args);
        }
      }
      """;

  private static final String AGENT =
      """
      package other;
      public class Agent {
        public static void agentmain(String options, java.lang.instrument.Instrumentation i) {
          System.out.println("other agent " + i.isRetransformClassesSupported());
        }
      }
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private Path classes(Jdk jdk, String... namesAndTexts) throws IOException {
    Path sources = Files.createTempDirectory(folder, "src");
    Path[] files = new Path[namesAndTexts.length / 2];
    for (int i = 0; i < files.length; i++) {
      files[i] = Files.writeString(sources.resolve(namesAndTexts[2 * i]), namesAndTexts[2 * i + 1]);
    }
    return Sources.compile(jdk, files);
  }

  private Path program(Jdk jdk) throws IOException {
    return classes(jdk, "Main.java", MAIN, "Text.java", TEXT);
  }

  /** Builds and runs; the race must be found. */
  private Outcome enabled(Jdk jdk, Path program, String said) {
    Path output = folder.resolve("out/app-race.jar");
    Outcome built = ProgramJars.build(jdk, program, output);
    assertThat(built.exit()).as(built::describe).isZero();
    assertThat(built.err()).contains(said);
    Outcome outcome = Jvm.on(jdk).args("-jar", output.toString()).run();
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.err())
        .contains("static field com.acme.Main.count ")
        .contains("Found 1 data race(s)");
    return outcome;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarsWithinTheJar(Jdk jdk) throws IOException {
    byte[] inner =
        ProgramJars.library().with("", program(jdk), ".class").bytes(folder.resolve("inner.jar"));
    Path jar =
        ProgramJars.starting("loader.Launcher")
            .with("", classes(jdk, "Launcher.java", LAUNCHER), ".class")
            .stored("lib/inner.jar", inner)
            .write(folder.resolve("app.jar"));
    assertThat(enabled(jdk, jar, "").out()).isEqualTo("base" + System.lineSeparator());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void multiReleaseJars(Jdk jdk) throws IOException {
    Path versioned = classes(jdk, "Text.java", TEXT.replace("base", "versioned"));
    Path jar =
        ProgramJars.starting("com.acme.Main")
            .attribute("Multi-Release", "true")
            .attribute("Automatic-Module-Name", "com.acme")
            .with("", program(jdk), ".class")
            .with("META-INF/versions/17/", versioned, ".class")
            .write(folder.resolve("app.jar"));
    assertThat(enabled(jdk, jar, "").out()).isEqualTo("versioned" + System.lineSeparator());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void signedJars(Jdk jdk) throws Exception {
    Path jar =
        ProgramJars.starting("com.acme.Main")
            .with("", program(jdk), ".class")
            .write(folder.resolve("app.jar"));
    String store = folder.resolve("keys").toString();
    tool(
        jdk,
        "keytool -genkeypair -alias k -dname CN=test -keyalg RSA -storepass secret7 -keystore",
        store);
    tool(jdk, "jarsigner -storepass secret7 -keystore", store, jar.toString(), "k");
    enabled(jdk, jar, "signature removed");
  }

  private void tool(Jdk jdk, String command, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of(command.split(" ")));
    String name = all.get(0);
    String java = jdk.java().getFileName().toString();
    all.set(0, jdk.java().resolveSibling(java.replace("java", name)).toString());
    all.addAll(List.of(more));
    File log = folder.resolve("log").toFile();
    Process process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log).start();
    assertThat(process.waitFor()).as(() -> name + ": see " + log).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarsWithAnAgentOfTheirOwn(Jdk jdk) throws IOException {
    Path jar =
        ProgramJars.starting("com.acme.Main")
            .attribute("Launcher-Agent-Class", "other.Agent")
            .with("", program(jdk), ".class")
            .with("", classes(jdk, "Agent.java", AGENT), ".class")
            .write(folder.resolve("app.jar"));
    assertThat(enabled(jdk, jar, "other.Agent, is started after").out())
        .isEqualTo("other agent true" + System.lineSeparator() + "base" + System.lineSeparator());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarsWithAClassPath(Jdk jdk) throws IOException {
    Path all = program(jdk);
    Files.createDirectories(folder.resolve("li b"));
    ProgramJars.library().with("", all, "Text.class").write(folder.resolve("li b/text.jar"));
    Path jar =
        ProgramJars.starting("com.acme.Main")
            .attribute("Class-Path", "li%20b/text.jar")
            .with("", all, "Main.class")
            .write(folder.resolve("app.jar"));
    enabled(jdk, jar, "Class-Path leads back");
  }
}
