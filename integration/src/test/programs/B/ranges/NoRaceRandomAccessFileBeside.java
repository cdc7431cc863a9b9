import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** 3.5: a file takes no others. */
class NoRaceRandomAccessFileBeside {
  private static final byte[] array = new byte[8];

  private static void write(Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(array, 2, 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Path path = Files.createTempFile("array", ".bin");
    Thread first = new Thread(() -> write(path));
    Thread second =
        new Thread(
            () -> {
              array[6] = 7;
            });
    first.start();
    second.start();
    first.join();
    second.join();
    Files.delete(path);
  }
}
