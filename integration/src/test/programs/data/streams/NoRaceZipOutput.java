import java.io.ByteArrayOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** 3.4: entries put under a lock. */
class NoRaceZipOutput {
  private static final ZipOutputStream out = new ZipOutputStream(new ByteArrayOutputStream());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                synchronized (out) {
                  out.putNextEntry(new ZipEntry("a"));
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                synchronized (out) {
                  out.putNextEntry(new ZipEntry("b"));
                }
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
