/** THR-1, TERM-1: the second thread is started before the first has been joined. */
class RaceSecondNotJoined {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x++; // RACE x
            });
    first.start();
    Thread second =
        new Thread(
            () -> {
              x++; // RACE x
            });
    second.start();
    first.join();
    second.join();
  }
}
