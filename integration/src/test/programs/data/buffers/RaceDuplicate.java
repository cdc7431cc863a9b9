import java.nio.ByteBuffer;

/** 3.4: duplicate reads the position. */
class RaceDuplicate {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.duplicate(); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.get(); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
