package dev.racedetect.agent.resource;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads what lies beside the agent's classes. Class loaders would find it too, but through URLs and
 * connections, whose classes take longer to load than the resources to read.
 */
public final class AgentJar implements Closeable {
  /** Null if the classes do not come from a jar, as in unit tests. */
  private final @Nullable ZipFile zip;

  private AgentJar(@Nullable ZipFile zip) {
    this.zip = zip;
  }

  /** What the class loader of this class finds: for tests, where there is no jar. */
  public static AgentJar beside() {
    return new AgentJar(null);
  }

  /**
   * Opens the jar; the JVM has it open already, so that its directory is not read again.
   *
   * @param jar where the agent comes from; null if that is not known
   */
  public static AgentJar open(@Nullable File jar) throws IOException {
    return new AgentJar(jar != null && jar.isFile() ? new ZipFile(jar) : null);
  }

  /**
   * Reads a resource.
   *
   * @param name its full name, without a slash at the start
   * @throws IOException if it cannot be read, or is missing
   */
  public byte[] read(String name) throws IOException {
    ZipEntry entry = zip == null ? null : zip.getEntry(name);
    try (InputStream in =
        zip == null ? found(name) : entry == null ? null : zip.getInputStream(entry)) {
      if (in == null) {
        throw new IOException("incomplete agent jar: no " + name);
      }
      int size = entry == null ? -1 : (int) entry.getSize();
      if (size < 0) {
        return in.readAllBytes();
      }
      byte[] bytes = new byte[size];
      if (in.readNBytes(bytes, 0, size) < size) {
        throw new IOException("damaged agent jar: " + name);
      }
      return bytes;
    }
  }

  private static @Nullable InputStream found(String name) {
    ClassLoader own = AgentJar.class.getClassLoader();
    return own == null
        ? ClassLoader.getSystemResourceAsStream(name)
        : own.getResourceAsStream(name);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
