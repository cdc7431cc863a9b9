import java.nio.CharBuffer;

/** 3.4: characters under a lock. */
class NoRaceCharBuffer {
  private static final CharBuffer chars = CharBuffer.allocate(16);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (chars) {
                chars.put('a');
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (chars) {
                chars.position(2);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
