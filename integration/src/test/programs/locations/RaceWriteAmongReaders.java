/** A write after many ordered reads, of which one is not joined. */
class RaceWriteAmongReaders {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                int seen = x; // RACE x
              });
      threads[i].start();
    }
    for (int i = 1; i < threads.length; i++) {
      threads[i].join();
    }
    x = 1; // RACE x
    threads[0].join();
  }
}
