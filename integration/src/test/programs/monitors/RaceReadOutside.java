/** MON-1: the writer takes the monitor, the reader does not. */
class RaceReadOutside {
  static final Object M = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              synchronized (M) {
                x = 1; // RACE x
              }
            });
    writer.start();
    int seen = x; // RACE x
    writer.join();
    System.out.println(seen >= 0);
  }
}
