import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** 3.5: read writes as many bytes as it says. */
class NoRaceInputStream {
  private static final byte[] array = new byte[9];
  private static final InputStream stream = new ByteArrayInputStream(new byte[3]);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                stream.read(array);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = 7;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
