import java.nio.file.Path;

/** MON-5: where waiting for a process gives up the process's monitor, as on JDK 17. */
class NoRaceProcessInMonitor {
  static int order;
  static int result;

  public static void main(String[] args) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread other =
        new Thread(
            () -> {
              synchronized (process) {
                result = order + 1;
              }
            });
    synchronized (process) {
      other.start();
      order = 1;
      process.waitFor();
      int seen = result;
    }
    other.join();
  }
}
