import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** 3.4: a view of a direct buffer has its content. */
class RaceDirectView {
  private static final ByteBuffer buffer = ByteBuffer.allocateDirect(64);
  private static final IntBuffer view = buffer.asIntBuffer();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              view.put(1, 7); // RACE DirectByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              buffer.get(6); // RACE DirectByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
