import java.io.DataInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;

/** 3.5: readFully writes when there is something to write, here after the other's last use. */
class NoRaceReadFullyWaits {
  private static final byte[] array = new byte[8];

  public static void main(String[] args) throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    DataInputStream in = new DataInputStream(new PipedInputStream(out));
    Thread reader =
        new Thread(
            () -> {
              try {
                in.readFully(array);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.start();
    Thread.sleep(200); // the reader waits
    array[7] = 1;
    out.write(new byte[8]);
    out.flush();
    reader.join();
  }
}
