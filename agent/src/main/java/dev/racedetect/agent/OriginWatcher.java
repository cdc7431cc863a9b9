package dev.racedetect.agent;

import dev.racedetect.runtime.report.Origins;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Notes from where the packages of the program are loaded, and changes no class. */
final class OriginWatcher implements ClassFileTransformer {

  private final Map<ProtectionDomain, String> locations =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classfile) {
    if (loader != null && name != null && redefined == null) {
      ThreadState thread = ThreadState.current();
      int level = thread.mute;
      long outer = thread.goInside();
      try {
        int end = name.lastIndexOf('/');
        String packageName = end < 0 ? "" : name.substring(0, end).replace('/', '.');
        Origins.loaded(packageName, domain == null ? "" : location(domain));
      } finally {
        thread.comeOut(level, outer);
      }
    }
    return null;
  }

  private String location(ProtectionDomain domain) {
    String location = locations.get(domain);
    if (location == null) {
      CodeSource source = domain.getCodeSource();
      URL url = source == null ? null : source.getLocation();
      location = url == null ? "" : path(url);
      locations.put(domain, location);
    }
    return location;
  }

  /** The path of a folder or jar, also of one within a jar. */
  private static String path(URL url) {
    if (url.getProtocol().equals("file")) {
      try {
        return new File(url.toURI()).getCanonicalPath().replace('\\', '/');
      } catch (URISyntaxException | IllegalArgumentException | IOException e) {
        return url.getPath();
      }
    }
    return url.getPath();
  }
}
