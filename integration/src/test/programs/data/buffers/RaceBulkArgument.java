import java.nio.ByteBuffer;

/** 3.5: get writes to the array that it is given. */
class RaceBulkArgument {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);
  private static final byte[] bytes = new byte[8];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.get(0, bytes); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              bytes[3]++; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
