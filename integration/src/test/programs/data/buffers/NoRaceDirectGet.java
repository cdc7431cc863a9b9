import java.nio.ByteBuffer;

/** 3.4: gets at an index of a direct buffer. */
class NoRaceDirectGet {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.getLong(0);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.getLong(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
