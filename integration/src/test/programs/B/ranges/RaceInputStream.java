import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** 3.5: read of a stream of any type writes to the array. */
class RaceInputStream {
  private static final byte[] array = new byte[3];
  private static final InputStream stream = new ByteArrayInputStream(new byte[9]);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                stream.read(array); // RACE byte[]
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              array[0] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
