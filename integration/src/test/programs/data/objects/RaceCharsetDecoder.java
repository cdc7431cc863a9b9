import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** 3.4: a decoder keeps where it is. */
class RaceCharsetDecoder {
  private static final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                decoder.decode(ByteBuffer.allocate(1)); // RACE UTF_8$Decoder
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                decoder.decode(ByteBuffer.allocate(1)); // RACE UTF_8$Decoder
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
