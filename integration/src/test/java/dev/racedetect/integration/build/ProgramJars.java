package dev.racedetect.integration.build;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** A jar of a program, to be race-enabled: what goes in, in that order. */
final class ProgramJars {

  private final StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<String> stored = new ArrayList<>();

  private ProgramJars() {}

  static ProgramJars starting(String mainClass) {
    return new ProgramJars().attribute("Main-Class", mainClass);
  }

  /** A jar that nobody starts. */
  static ProgramJars library() {
    return new ProgramJars();
  }

  ProgramJars attribute(String name, String value) {
    manifest.append(name).append(": ").append(value).append('\n');
    return this;
  }

  /** Adds the files below a folder that end with a text, under a prefix. */
  ProgramJars with(String prefix, Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(end)).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.put(prefix + name, Files.readAllBytes(file));
      }
    }
    return this;
  }

  /** Adds an entry that is not compressed. */
  ProgramJars stored(String name, byte[] content) {
    entries.put(name, content);
    stored.add(name);
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(stream)) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      out.write((manifest + "\n").getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(head(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return file;
  }

  byte[] bytes(Path scratch) {
    try {
      return Files.readAllBytes(write(scratch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ZipEntry head(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    if (stored.contains(name)) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }

  /** Runs {@code racedetect build} of the shipped jar. */
  static Outcome build(Jdk jdk, Path program, Path output, String... options) {
    return Jvm.on(jdk)
        .jvmArgs(Jvm.FAST_START)
        .classpath(Jvm.shippedJar())
        .main("dev.racedetect.cli.Main")
        .args("build", program.toString(), "-o", output.toString())
        .args(options)
        .run();
  }
}
