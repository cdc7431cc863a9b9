package dev.racedetect.cli.build;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a jar that depends on what goes in alone, not on when. An entry that was stored
 * uncompressed stays so: launchers of nested jars read these in place. Comments stay; Spring Boot's
 * launcher reads them.
 */
final class JarWriter implements Closeable {

  /** Of all entries; the earliest that every tool reads as the same day in any time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream out;

  private JarWriter(ZipOutputStream out) {
    this.out = out;
  }

  /**
   * Creates the file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if it exists
   */
  static JarWriter create(Path file) throws IOException {
    OutputStream stream =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new JarWriter(new ZipOutputStream(new BufferedOutputStream(stream, 1 << 16)));
  }

  /** Sets the comment of the jar; null for none. */
  void comment(@Nullable String comment) {
    out.setComment(comment);
  }

  /** Writes a manifest. */
  void manifest(Manifest manifest) throws IOException {
    out.putNextEntry(entry(JarFile.MANIFEST_NAME));
    manifest.write(out);
    out.closeEntry();
  }

  /**
   * Copies an entry.
   *
   * @param name its name from now on
   * @throws ZipException if it is damaged
   */
  void copy(String name, ZipFile from, ZipEntry old) throws IOException {
    ZipEntry entry = entry(name);
    entry.setComment(old.getComment());
    if (old.getMethod() == ZipEntry.STORED || old.isDirectory()) {
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(old.isDirectory() ? 0 : old.getSize());
      entry.setCrc(old.isDirectory() ? 0 : old.getCrc());
    }
    out.putNextEntry(entry);
    if (!old.isDirectory()) {
      content(from, old);
    }
    out.closeEntry();
  }

  private void content(ZipFile from, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(from.getInputStream(entry), sum)) {
      in.transferTo(out);
    }
    if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
      throw new ZipException("damaged entry " + entry.getName());
    }
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
