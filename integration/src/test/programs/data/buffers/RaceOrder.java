import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** 3.4: the byte order belongs to the buffer. */
class RaceOrder {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.order(ByteOrder.LITTLE_ENDIAN); // RACE HeapByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.order(ByteOrder.LITTLE_ENDIAN); // RACE HeapByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
