package dev.racedetect.cli.build;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Small jars of programs, and one that looks like the detector's. */
final class Jars {

  static final String STORED = "!";

  private Jars() {}

  /** Manifest text of a program, with more lines. */
  static String program(String... lines) {
    return "Main-Class: com.acme.Main\n" + String.join("\n", lines) + "\n";
  }

  /**
   * Writes a jar.
   *
   * @param manifest its lines but the first; null for no manifest
   * @param content by name; the content of uncompressed entries begins with {@link #STORED}
   */
  static Path write(Path file, String manifest, Map<String, String> content) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(stream)) {
      if (manifest != null) {
        add(out, JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\n" + manifest.strip() + "\n\n");
      }
      for (Map.Entry<String, String> entry : content.entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
    return file;
  }

  private static void add(JarOutputStream out, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    ZipEntry entry = new ZipEntry(name);
    if (content.startsWith(STORED)) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
    }
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /** A jar with one entry for each part that a race-enabled jar needs. */
  static Path detector(Path folder) throws IOException {
    String agent = "dev/racedetect/agent/";
    return write(
        folder.resolve("detector.jar"),
        "Main-Class: dev.racedetect.cli.Main",
        Map.of(
            agent + "RaceDetectAgent.class",
            "agent",
            agent + "BootRuntime.class",
            "boot",
            agent + "launch/LaunchedJar.class",
            "launched",
            agent + "resource/AgentJar.class",
            "jar",
            agent + "racedetect-engine.jar",
            "engine",
            agent + "contracts/files",
            "contracts",
            agent + "probe/RaceProbe.class",
            "probe",
            "dev/racedetect/runtime/boot/EngineClasses.class",
            "classes",
            "dev/racedetect/cli/Main.class",
            "not needed",
            "META-INF/NOTICE",
            "notice"));
  }

  static Manifest manifest(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String attribute(Path jar, String name) {
    return manifest(jar).getMainAttributes().getValue(name);
  }

  static List<String> names(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
