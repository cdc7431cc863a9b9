/** 3.5: new String reads the characters. */
class RaceNewString {
  public static void main(String[] args) throws Exception {
    char[] chars = new char[8];
    Thread first =
        new Thread(
            () -> {
              chars[2] = 1; // RACE char[]
            });
    Thread second =
        new Thread(
            () -> {
              String seen = new String(chars, 2, 2); // RACE char[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
