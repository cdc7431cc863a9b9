import java.nio.ByteBuffer;

/** 3.4: many bytes at a time, of a direct buffer. */
class RaceBulkContent {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, new byte[16]); // RACE DirectByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.duplicate().getLong(8); // RACE DirectByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
