package dev.racedetect.runtime.report;

import java.io.File;
import java.io.IOException;

/**
 * The id of this process. Asking {@code ProcessHandle} for it loads the JDK's thread pools, which
 * watch other processes.
 */
final class ProcessId {
  private static final String PROC = "/proc/";

  private ProcessId() {}

  static long current() {
    try {
      String self = new File(PROC + "self").getCanonicalPath();
      if (self.startsWith(PROC)) {
        return Long.parseLong(self.substring(PROC.length()));
      }
    } catch (IOException | NumberFormatException | SecurityException notLinux) {
      // Asked for below.
    }
    return ProcessHandle.current().pid();
  }
}
