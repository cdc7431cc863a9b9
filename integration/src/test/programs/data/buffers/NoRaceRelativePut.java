import java.nio.ByteBuffer;

/** 3.4: puts at indices of their own. */
class NoRaceRelativePut {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.putInt(0, 1);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.putInt(8, 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
