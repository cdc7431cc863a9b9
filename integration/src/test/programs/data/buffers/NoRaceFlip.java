import java.nio.ByteBuffer;

/** 3.4: two readers of position and limit. */
class NoRaceFlip {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.remaining();
            });
    Thread second =
        new Thread(
            () -> {
              buffer.position();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
