import java.nio.ByteBuffer;

/** 3.4: a relative put moves the position. */
class RaceRelativePut {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.putInt(1); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.position(32); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
