import java.nio.ByteBuffer;

/** 3.4: another element of a wrapped array. */
class NoRaceWrappedArray {
  private static final byte[] bytes = new byte[8];
  private static final ByteBuffer buffer = ByteBuffer.wrap(bytes);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(1, (byte) 1);
            });
    Thread second =
        new Thread(
            () -> {
              bytes[2] = 2;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
