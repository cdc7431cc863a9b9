import java.nio.ByteBuffer;

/** 3.4: a slice shares what it is a slice of. */
class RaceSliceContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer part = buffer.slice(8, 8);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.putLong(4, 1); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              part.putInt(0, 1); // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
