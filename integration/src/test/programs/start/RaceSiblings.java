/** THR-1: two threads started by one are ordered after the starts, but not with each other. */
class RaceSiblings {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x++; // RACE x
            });
    Thread second =
        new Thread(
            () -> {
              x++; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
