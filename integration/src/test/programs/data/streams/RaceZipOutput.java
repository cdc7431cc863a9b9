import java.io.ByteArrayOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** 3.4: entries put by two threads. */
class RaceZipOutput {
  private static final ZipOutputStream out = new ZipOutputStream(new ByteArrayOutputStream());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                out.putNextEntry(new ZipEntry("a")); // RACE ZipOutputStream
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.putNextEntry(new ZipEntry("b")); // RACE ZipOutputStream
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
