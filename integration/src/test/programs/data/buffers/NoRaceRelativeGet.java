import java.nio.ByteBuffer;

/** 3.4: gets at an index leave the position alone. */
class NoRaceRelativeGet {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.get(0);
            });
    Thread second =
        new Thread(
            () -> {
              buffer.get(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
