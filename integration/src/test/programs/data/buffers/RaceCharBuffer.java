import java.nio.CharBuffer;

/** 3.4: characters. */
class RaceCharBuffer {
  private static final CharBuffer chars = CharBuffer.allocate(16);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              chars.put('a'); // RACE HeapCharBuffer
            });
    Thread second =
        new Thread(
            () -> {
              chars.position(2); // RACE HeapCharBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
