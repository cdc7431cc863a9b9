import java.nio.ByteBuffer;

/** F8: how much memory outside the heap is taken is counted; that orders nothing. */
class RaceNewDirectBuffers {
  static int x;
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              ByteBuffer.allocateDirect(16).put((byte) 1);
            });
    Thread second =
        new Thread(
            () -> {
              ByteBuffer.allocateDirect(16).put((byte) 1);
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
