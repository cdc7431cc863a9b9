import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** 3.4: views and slices that do not overlap. */
class NoRaceDirectView {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);
  private static final LongBuffer view = buffer.slice(8, 56).asLongBuffer();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              view.put(0, 7);
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
