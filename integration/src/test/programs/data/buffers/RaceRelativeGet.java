import java.nio.ByteBuffer;

/** 3.4: a relative get moves the position. */
class RaceRelativeGet {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.get(); // RACE HeapByteBuffer
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
