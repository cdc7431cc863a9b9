import java.nio.ByteBuffer;

/** 3.4: bytes of their own through two buffers. */
class NoRaceContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer same = buffer.duplicate();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, (byte) 1);
            });
    Thread second =
        new Thread(
            () -> {
              same.get(8);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
