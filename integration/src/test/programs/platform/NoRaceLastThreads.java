/** TERM-8, SHD-1 to SHD-3: the hooks come after all threads whose end let the JVM end. */
class NoRaceLastThreads {
  static int x;
  static int y;
  static int z;

  public static void main(String[] args) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> x += y));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> z++));
    new Thread(() -> x = 1).start();
    new Thread(() -> y = 1).start();
    z = 1;
  }
}
