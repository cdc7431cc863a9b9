import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** 3.4: two views of one buffer. */
class NoRaceIntView {
  private static final IntBuffer view = ByteBuffer.allocate(64).asIntBuffer();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              view.duplicate().get();
            });
    Thread second =
        new Thread(
            () -> {
              view.slice().get();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
