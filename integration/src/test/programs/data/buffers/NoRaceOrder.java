import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** 3.4: the byte order of a view. */
class NoRaceOrder {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
