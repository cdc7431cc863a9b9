import java.nio.ByteBuffer;

/** 3.4: a bulk get moves the position. */
class RaceBulkGet {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.get(new byte[4]); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.clear(); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
