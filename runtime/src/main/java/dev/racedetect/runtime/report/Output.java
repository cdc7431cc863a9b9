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

  private Output(Charset charset, @Nullable File file, @Nullable FileOutputStream stream) {
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
    File file = new File(path);
    try {
      return new Output(StandardCharsets.UTF_8, file, new FileOutputStream(file, true));
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
      target.write(text.getBytes(charset));
      return true;
    } catch (IOException e) {
      failed = true;
      return false;
    }
  }
}
