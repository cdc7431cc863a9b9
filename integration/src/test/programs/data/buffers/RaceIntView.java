import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** 3.4: a view has a position of its own, for all who use it. */
class RaceIntView {
  private static final IntBuffer view = ByteBuffer.allocate(64).asIntBuffer();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              view.get(); // RACE ByteBufferAsIntBufferB
            });
    Thread second =
        new Thread(
            () -> {
              view.get(); // RACE ByteBufferAsIntBufferB
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
