import java.nio.ByteBuffer;

/** 3.4: slices that do not overlap. */
class NoRaceRelativeContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer low = buffer.slice(0, 32);
  private static final ByteBuffer high = buffer.slice(32, 32);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              while (low.hasRemaining()) {
                low.put((byte) 1);
              }
            });
    Thread second =
        new Thread(
            () -> {
              while (high.hasRemaining()) {
                high.get();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
