import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** 3.4: an encoder keeps where it is. */
class RaceCharsetEncoder {
  private static final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                encoder.encode(CharBuffer.wrap("a")); // RACE UTF_8$Encoder
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                encoder.encode(CharBuffer.wrap("a")); // RACE UTF_8$Encoder
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
