import java.nio.ByteBuffer;

/** 3.4: flip writes what remaining reads. */
class RaceFlip {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.flip(); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.remaining(); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
