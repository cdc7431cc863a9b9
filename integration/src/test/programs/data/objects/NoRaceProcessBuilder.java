/** 3.4: two readers. */
class NoRaceProcessBuilder {
  private static final ProcessBuilder builder = new ProcessBuilder("true");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              builder.command();
            });
    Thread second =
        new Thread(
            () -> {
              builder.command();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
