package dev.racedetect.agent.canary;

import java.io.FileInputStream;
import java.io.IOException;

/**
 * CPU time of the current thread without {@code java.management}: from Linux, where it is asked
 * for; elsewhere the time that passes, which is never less.
 */
public final class ThreadCpu {
  private static final String FILE = "/proc/thread-self/schedstat";

  /** Whether the file could not be read. Racy: it is tried again at worst. */
  private static boolean elsewhere;

  private ThreadCpu() {}

  /** Nanoseconds since some moment. */
  public static long nanos() {
    if (!elsewhere) {
      try (FileInputStream in = new FileInputStream(FILE)) {
        byte[] bytes = new byte[64];
        int length = in.read(bytes);
        long value = 0;
        for (int i = 0; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
          value = value * 10 + bytes[i] - '0';
        }
        return value;
      } catch (IOException | SecurityException unknown) {
        elsewhere = true;
      }
    }
    return System.nanoTime();
  }
}
