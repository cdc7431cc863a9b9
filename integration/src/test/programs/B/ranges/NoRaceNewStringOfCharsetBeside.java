import java.nio.charset.StandardCharsets;

/** 3.5: bytes beside those that are decoded. */
class NoRaceNewStringOfCharsetBeside {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) ('a' + i);
    }
    Thread first =
        new Thread(
            () -> {
              String seen = new String(array, 2, 4, StandardCharsets.UTF_8);
            });
    Thread second =
        new Thread(
            () -> {
              array[6] = 'z';
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
