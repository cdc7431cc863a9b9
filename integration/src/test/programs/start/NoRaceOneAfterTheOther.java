/** THR-1, TERM-1: the second is started when the first has been joined. */
class NoRaceOneAfterTheOther {
  static int x;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 10; i++) {
      Thread t = new Thread(() -> x++);
      t.start();
      t.join();
    }
    if (x != 10) {
      throw new AssertionError(x);
    }
  }
}
