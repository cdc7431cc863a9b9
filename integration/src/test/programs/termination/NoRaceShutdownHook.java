/** SHD-1, SHD-2: a shutdown hook is ordered after the thread that calls exit. */
class NoRaceShutdownHook {
  static int x;

  public static void main(String[] args) throws Exception {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (x != 1) {
                    Runtime.getRuntime().halt(3);
                  }
                }));
    x = 1;
    System.exit(0);
  }
}
