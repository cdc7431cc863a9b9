import java.nio.ByteBuffer;

/** 3.4: a direct buffer has a position, too. */
class RaceDirectGet {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.getLong(); // RACE DirectByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.getLong(); // RACE DirectByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
