package dev.racedetect.runtime.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether people look at an output, by the conventions NO_COLOR and CLICOLOR_FORCE. */
public final class Terminal {

  private Terminal() {}

  /**
   * Whether a standard stream of this process is a terminal.
   *
   * @param descriptor 1 for standard output, 2 for standard error
   */
  @SuppressWarnings("SystemConsoleNull") // asked before JDK 22 only
  public static boolean is(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | RuntimeException noSuchFileSystem) {
      // Before JDK 22 there is a console only if input and output are terminals; later ones are
      // asked by terminals that set TERM.
      return System.console() != null
          && System.getenv("TERM") != null
          && Runtime.version().feature() < 22;
    }
  }

  /**
   * Whether to colour what goes to a standard stream.
   *
   * @param descriptor 1 for standard output, 2 for standard error
   */
  public static boolean isColored(int descriptor) {
    String forced = System.getenv("CLICOLOR_FORCE");
    if (forced != null && !forced.isEmpty() && !forced.equals("0")) {
      return true;
    }
    String none = System.getenv("NO_COLOR");
    return (none == null || none.isEmpty())
        && !"0".equals(System.getenv("CLICOLOR"))
        && !"dumb".equals(System.getenv("TERM"))
        && is(descriptor);
  }
}
