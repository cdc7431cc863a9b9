package dev.racedetect.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jar that the agent comes from. Class loaders would find its resources too, but through URLs
 * and connections, whose classes take longer to load than the resources to read.
 */
final class AgentJar {
  private AgentJar() {}

  static ZipFile open() throws IOException {
    try {
      return new ZipFile(
          new File(AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IOException("where is the agent?", e);
    }
  }

  /**
   * Reads an entry.
   *
   * @throws IOException if it cannot be read, or is missing
   */
  static byte[] read(ZipFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException("incomplete agent jar: no " + name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
