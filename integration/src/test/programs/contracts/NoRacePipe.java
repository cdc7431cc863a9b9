import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** NIO-11: what was written into a pipe of streams comes after what its writer did before. */
class NoRacePipe {
  static int x;

  public static void main(String[] args) throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(out);
    Thread writer =
        new Thread(
            () -> {
              x = 1;
              try {
                out.write(7);
                out.close();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    writer.start();
    in.read();
    x++;
    writer.join();
  }
}
