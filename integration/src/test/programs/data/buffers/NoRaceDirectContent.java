import java.nio.ByteBuffer;

/** 3.4: neighbouring bytes of a direct buffer. */
class NoRaceDirectContent {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, (byte) 1);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.duplicate().put(1, (byte) 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
