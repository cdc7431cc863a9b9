/** 3.5: new String reads no other characters. */
class NoRaceNewStringBeside {
  public static void main(String[] args) throws Exception {
    char[] chars = new char[8];
    Thread first =
        new Thread(
            () -> {
              chars[1] = 1;
              chars[4] = 1;
            });
    Thread second =
        new Thread(
            () -> {
              String seen = new String(chars, 2, 2);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
