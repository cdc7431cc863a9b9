package dev.racedetect.runtime.report;

import dev.racedetect.runtime.options.OptionException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Where text goes: a standard stream or a file that is appended to. Each text is one write to the
 * operating system, unbuffered: what was written survives the death of this process. Not
 * thread-safe.
 *
 * <p>{@code System.out} and {@code System.err} are not used, since the application may replace them
 * by code of its own.
 */
final class Output {

  private final Charset charset;

  /** Null for standard streams. */
  private final @Nullable File file;

  /** Null until the first write to a file. */
  private @Nullable FileOutputStream stream;

  private boolean failed;

  /** Whether a write to a file that is rotated has failed before. */
  private boolean troubled;

  /** Size at which a file is rotated; 0 for never. */
  private final long limit;

  private Output(Charset charset, @Nullable File file, @Nullable FileOutputStream stream) {
    this(charset, file, stream, 0);
  }

  private Output(
      Charset charset, @Nullable File file, @Nullable FileOutputStream stream, long limit) {
    this.limit = limit;
    this.charset = charset;
    this.file = file;
    this.stream = stream;
  }

  /** Standard error. */
  static Output stderr() {
    return new Output(
        charset("stderr.encoding", "sun.stderr.encoding"),
        null,
        new FileOutputStream(FileDescriptor.err));
  }

  /** Standard output. */
  static Output stdout() {
    return new Output(
        charset("stdout.encoding", "sun.stdout.encoding"),
        null,
        new FileOutputStream(FileDescriptor.out));
  }

  /**
   * A file, created at the first write so that a run without findings leaves none.
   *
   * @param option key of the option, for the message
   * @throws OptionException when the file cannot be written
   */
  static Output fileOnDemand(String option, String path) throws OptionException {
    File file = new File(path).getAbsoluteFile();
    File folder = file.getParentFile();
    if (file.exists() ? file.isDirectory() || !file.canWrite() : !isWritableFolder(folder)) {
      throw new OptionException("option " + option + ": cannot write " + path);
    }
    return new Output(StandardCharsets.UTF_8, file, null);
  }

  /**
   * A file, opened now.
   *
   * @param option key of the option, for the message
   * @throws OptionException when the file cannot be written
   */
  static Output file(String option, String path) throws OptionException {
    return file(option, path, 0);
  }

  /**
   * A file, opened now.
   *
   * @param option key of the option, for the message
   * @param limit size in bytes at which it is renamed, {@code .1} at its end, and begun anew; 0 for
   *     never
   * @throws OptionException when the file cannot be written
   */
  static Output file(String option, String path, long limit) throws OptionException {
    File file = new File(path);
    try {
      return new Output(StandardCharsets.UTF_8, file, new FileOutputStream(file, true), limit);
    } catch (IOException e) {
      throw new OptionException("option " + option + ": cannot write " + path);
    }
  }

  private static boolean isWritableFolder(@Nullable File folder) {
    return folder != null && folder.isDirectory() && folder.canWrite();
  }

  /** The charset of a standard stream; JDK 17 knows the internal property only. */
  private static Charset charset(String property, String internalProperty) {
    String name = System.getProperty(property, System.getProperty(internalProperty));
    if (name == null) {
      name = System.getProperty("native.encoding");
    }
    if (name == null) {
      return Charset.defaultCharset();
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Charset.defaultCharset();
    }
  }

  /**
   * Writes a text.
   *
   * @return false when this failed for the first time and somebody should be told
   */
  boolean write(String text) {
    if (failed) {
      return true;
    }
    try {
      FileOutputStream target = stream;
      if (target == null) {
        target = new FileOutputStream(file, true);
        stream = target;
      }
      byte[] bytes = text.getBytes(charset);
      if (limit > 0 && file != null && file.length() > 0 && file.length() + bytes.length > limit) {
        target = rotated(target, file);
        stream = target;
      }
      target.write(bytes);
      return true;
    } catch (IOException e) {
      if (limit > 0) {
        // Whoever keeps files small frees disks, too: the next one is tried again.
        boolean told = troubled;
        troubled = true;
        return told;
      }
      failed = true;
      return false;
    }
  }

  /** Lines are never cut: the file that is full keeps what it has. */
  private static FileOutputStream rotated(FileOutputStream full, File file) throws IOException {
    File older = new File(file.getPath() + ".1");
    if (older.exists() && !older.delete() || !file.renameTo(older)) {
      return full;
    }
    FileOutputStream fresh = new FileOutputStream(file, true);
    full.close();
    return fresh;
  }
}
