import java.util.HexFormat;

/** 3.5: bytes beside those that are formatted. */
class NoRaceHexFormatBeside {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              HexFormat.of().formatHex(array, 2, 5);
            });
    Thread second =
        new Thread(
            () -> {
              array[5] = 9;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
