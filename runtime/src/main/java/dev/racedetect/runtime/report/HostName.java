package dev.racedetect.runtime.report;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name of this machine or container, without a network: {@code HOSTNAME}, which shells and
 * Kubernetes set, or what Linux calls itself; {@code COMPUTERNAME} on Windows.
 */
final class HostName {
  private static final String LINUX = "/proc/sys/kernel/hostname";

  private HostName() {}

  /** The name; null if it is not known. */
  static @Nullable String current() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(new File(LINUX)), StandardCharsets.UTF_8))) {
      String name = in.readLine();
      return name == null || name.isEmpty() ? null : name;
    } catch (IOException | SecurityException notLinux) {
      return null;
    }
  }
}
