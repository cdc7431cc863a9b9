import java.nio.ByteBuffer;

/** 3.4: a duplicate of a direct buffer has the same content. */
class RaceDirectContent {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, (byte) 1); // RACE DirectByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.duplicate().get(0); // RACE DirectByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
