/** 3.4: not synchronized, says the class. */
class RaceProcessBuilder {
  private static final ProcessBuilder builder = new ProcessBuilder("true");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              builder.command("false"); // RACE ProcessBuilder
            });
    Thread second =
        new Thread(
            () -> {
              builder.command(); // RACE ProcessBuilder
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
