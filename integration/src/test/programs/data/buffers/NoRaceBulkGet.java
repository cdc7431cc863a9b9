import java.nio.ByteBuffer;

/** 3.4: a bulk get under a lock. */
class NoRaceBulkGet {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (buffer) {
                buffer.get(new byte[4]);
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (buffer) {
                buffer.clear();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
