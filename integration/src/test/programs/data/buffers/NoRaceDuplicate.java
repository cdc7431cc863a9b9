import java.nio.ByteBuffer;

/** 3.4: a duplicate for each thread has a position of its own. */
class NoRaceDuplicate {
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.duplicate().get();
            });
    Thread second =
        new Thread(
            () -> {
              ByteBuffer mine = buffer.duplicate();
              mine.position(4);
              mine.get();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
