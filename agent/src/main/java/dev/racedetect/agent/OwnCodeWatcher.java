package dev.racedetect.agent;

import dev.racedetect.runtime.escape.OwnCode;
import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes which classes are the program's own as they are loaded, and changes none. Own are classes
 * from a folder or a source file, those from the jar that is run, and those from where the main
 * class comes from. Jars on the class path are libraries.
 */
final class OwnCodeWatcher implements ClassFileTransformer {
  /** Whether what is loaded in a domain is the program's own. */
  private final Map<ProtectionDomain, Boolean> domains =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final String mainClass;

  /** Path of the jar of {@code java -jar}; empty if there is none. */
  private final String mainJar;

  /** Where the main class was loaded from; null until it is. */
  private volatile @Nullable String mainLocation;

  private OwnCodeWatcher(String mainClass, String mainJar) {
    this.mainClass = mainClass;
    this.mainJar = mainJar;
  }

  /** A watcher for the command that this JVM was started with. */
  static OwnCodeWatcher start() {
    String command = System.getProperty("sun.java.command", "");
    int end = command.indexOf(' ');
    String first = end < 0 ? command : command.substring(0, end);
    boolean isJar = first.endsWith(".jar");
    int slash = first.indexOf('/');
    String name = !isJar && slash > 0 ? first.substring(slash + 1) : first;
    return new OwnCodeWatcher(
        isJar ? "" : name.replace('.', '/'),
        isJar ? new File(System.getProperty("java.class.path", "")).toURI().getPath() : "");
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classfile) {
    if (loader == null || name == null || domain == null || redefined != null) {
      return null;
    }
    if (name.equals(mainClass)) {
      mainLocation = location(domain);
      domains.clear();
    }
    Boolean own = domains.get(domain);
    if (own == null) {
      own = isOwn(domain);
      domains.put(domain, own);
    }
    if (own) {
      OwnCode.add(name.replace('/', '.'));
    }
    return null;
  }

  private boolean isOwn(ProtectionDomain domain) {
    String location = location(domain);
    return !location.isEmpty()
        && (location.endsWith("/")
            || location.endsWith(".java")
            || location.endsWith("classes!/")
            || location.equals(mainLocation)
            || !mainJar.isEmpty() && location.equals(mainJar));
  }

  private static String location(ProtectionDomain domain) {
    CodeSource source = domain.getCodeSource();
    URL url = source == null ? null : source.getLocation();
    String path = url == null ? "" : url.getPath();
    return path.endsWith(".jar!/") ? path.substring(0, path.length() - 2) : path;
  }
}
