import java.nio.ByteBuffer;

/** 3.4: many bytes at a time, at different places. */
class NoRaceBulkContent {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(0, new byte[16]);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.duplicate().position(16).get(new byte[16]);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
