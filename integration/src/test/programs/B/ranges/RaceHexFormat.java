import java.util.HexFormat;

/** 3.5: bytes are written as hexadecimal digits. */
class RaceHexFormat {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              HexFormat.of().formatHex(array, 2, 5); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[4] = 9; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
