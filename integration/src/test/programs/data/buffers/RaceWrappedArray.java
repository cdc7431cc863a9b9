import java.nio.ByteBuffer;

/** 3.4: a wrapped array is the content. */
class RaceWrappedArray {
  private static final byte[] bytes = new byte[8];
  private static final ByteBuffer buffer = ByteBuffer.wrap(bytes);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(1, (byte) 1); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              bytes[1] = 2; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
