import java.nio.ByteBuffer;

/** 3.5: get writes to the elements that it is told. */
class NoRaceBulkArgument {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);
  private static final byte[] bytes = new byte[8];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.get(0, bytes, 0, 3);
            });
    Thread second =
        new Thread(
            () -> {
              bytes[3]++;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
