package dev.racedetect.cli.build;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What signs a jar ("JAR File Specification", Signed JAR File). A signature does not outlive a
 * change of the manifest: left in, it would make the JVM refuse the jar.
 */
final class SignatureFiles {

  private static final String FOLDER = "META-INF/";

  private SignatureFiles() {}

  /** Whether an entry is a signature file or a signature block. */
  static boolean matches(String entry) {
    String name = entry.toUpperCase(Locale.ROOT);
    if (!name.startsWith(FOLDER) || name.indexOf('/', FOLDER.length()) >= 0) {
      return false;
    }
    return name.startsWith("SIG-", FOLDER.length())
        || name.endsWith(".SF")
        || name.endsWith(".RSA")
        || name.endsWith(".DSA")
        || name.endsWith(".EC");
  }

  /** Removes the digests of entries, and sections of the manifest that say nothing else. */
  static void removeDigests(Manifest manifest) {
    Iterator<Map.Entry<String, Attributes>> sections = manifest.getEntries().entrySet().iterator();
    while (sections.hasNext()) {
      Attributes attributes = sections.next().getValue();
      boolean signed = attributes.keySet().removeIf(key -> isDigest(key.toString()));
      if (signed && attributes.isEmpty()) {
        sections.remove();
      }
    }
  }

  /** {@code SHA-256-Digest}, {@code SHA-256-Digest-de}, and {@code Magic} beside them. */
  private static boolean isDigest(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    return name.endsWith("-digest") || name.contains("-digest-") || name.equals("magic");
  }
}
