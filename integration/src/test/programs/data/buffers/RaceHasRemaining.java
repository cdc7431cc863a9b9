import java.nio.ByteBuffer;

/** 3.4: whether something remains depends on the position. */
class RaceHasRemaining {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.position(8); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.hasRemaining(); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
