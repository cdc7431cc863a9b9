/** DEF-1: fields that nobody writes. */
class NoRaceNeverWritten {
  static int x;
  static String s;
  long y;

  public static void main(String[] args) throws Exception {
    NoRaceNeverWritten o = new NoRaceNeverWritten();
    Thread first =
        new Thread(
            () -> {
              if (x != 0 || s != null || o.y != 0) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (x != 0 || s != null || o.y != 0) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
