import java.nio.ByteBuffer;

/** 3.4: two slices that share nothing. */
class NoRaceSliceContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer part = buffer.slice(8, 8);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.putLong(0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              part.putInt(0, 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
