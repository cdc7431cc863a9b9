import java.nio.ByteBuffer;

/** 3.4: the same byte through two buffers. */
class RaceContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer same = buffer.duplicate();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, (byte) 1); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              same.get(0); // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
