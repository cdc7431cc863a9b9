import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/** 3.4, F4: streams of bytes that lock themselves. */
class NoRaceLockedBytes {
  private static final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private static final InputStream in =
      new BufferedInputStream(new ByteArrayInputStream(new byte[64]));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                out.write(1);
                in.read();
                out.toByteArray();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.write(new byte[4]);
                in.read(new byte[4]);
                out.size();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
