import java.util.zip.CRC32;

/** 3.4: one location. */
class RaceChecksum {
  private static final CRC32 checksum = new CRC32();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              checksum.update(1); // RACE CRC32
            });
    Thread second =
        new Thread(
            () -> {
              checksum.getValue(); // RACE CRC32
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
