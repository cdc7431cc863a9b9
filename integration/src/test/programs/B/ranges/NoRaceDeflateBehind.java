import java.util.zip.Deflater;

/** 3.5: as many as the method tells. */
class NoRaceDeflateBehind {
  private static final byte[] array = new byte[64];

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Thread first =
        new Thread(
            () -> {
              Deflater deflater = new Deflater();
              deflater.setInput(new byte[16]);
              deflater.finish();
              deflater.deflate(array);
              deflater.end();
            });
    Thread second =
        new Thread(
            () -> {
              array[60] = 7;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
