import java.nio.charset.StandardCharsets;

/** 3.5: a string is made of a range of bytes, which are decoded. */
class RaceNewStringOfCharset {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) ('a' + i);
    }
    Thread first =
        new Thread(
            () -> {
              String seen = new String(array, 2, 4, StandardCharsets.UTF_8); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[5] = 'z'; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
