import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** 3.5: readFully writes to all of the array. */
class RaceReadFully {
  private static final byte[] array = new byte[8];

  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[8]));
    Thread first =
        new Thread(
            () -> {
              try {
                in.readFully(array); // RACE byte[]
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              array[7] = 1; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
