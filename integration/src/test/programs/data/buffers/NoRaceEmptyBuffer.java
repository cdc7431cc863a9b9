import java.nio.ByteBuffer;

/** 3.4: a buffer of no capacity has but one position. */
class NoRaceEmptyBuffer {
  private static final ByteBuffer empty = ByteBuffer.allocate(0);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              empty.clear();
            });
    Thread second =
        new Thread(
            () -> {
              empty.flip();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
