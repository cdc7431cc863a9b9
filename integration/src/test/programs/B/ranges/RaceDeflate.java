import java.util.zip.Deflater;

/** 3.5: compressed bytes are put into the array. */
class RaceDeflate {
  private static final byte[] array = new byte[64];

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Thread first =
        new Thread(
            () -> {
              Deflater deflater = new Deflater();
              deflater.setInput(new byte[16]);
              deflater.finish();
              deflater.deflate(array); // RACE byte[]
              deflater.end();
            });
    Thread second =
        new Thread(
            () -> {
              array[1] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
