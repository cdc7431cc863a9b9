import java.util.zip.CRC32;

/** 3.4: one location: reads only, or one for each thread. */
class NoRaceChecksum {
  private static final CRC32 checksum = new CRC32();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              checksum.getValue();
            });
    Thread second =
        new Thread(
            () -> {
              checksum.getValue();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
