package dev.racedetect.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files as UTF-8, with the folders that they need. */
final class WholeFile {

  private WholeFile() {}

  /** What is written. */
  interface Content {
    /** Writes it. */
    void to(Writer writer) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.to(writer);
    }
  }
}
