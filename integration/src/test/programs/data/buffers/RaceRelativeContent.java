import java.nio.ByteBuffer;

/** 3.4: each buffer has its position, the content is one. */
class RaceRelativeContent {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final ByteBuffer same = buffer.duplicate();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.putInt(7); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              same.get(); // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
