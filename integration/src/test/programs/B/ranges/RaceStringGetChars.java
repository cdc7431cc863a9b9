/** 3.5: getChars writes into the array. */
class RaceStringGetChars {
  public static void main(String[] args) throws Exception {
    char[] a = new char[8];
    Thread first =
        new Thread(
            () -> {
              "abc".getChars(0, 3, a, 2); // RACE char[]
            });
    Thread second =
        new Thread(
            () -> {
              char seen = a[4]; // RACE char[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
