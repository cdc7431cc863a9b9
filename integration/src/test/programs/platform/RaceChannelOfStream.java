import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** F10: two channels of one stream exclude each other from nothing. */
class RaceChannelOfStream {
  static class Counting extends InputStream {
    int reads;

    @Override
    public int read() {
      return 1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      reads++; // RACE reads
      return 1;
    }
  }

  public static void main(String[] args) throws Exception {
    Counting stream = new Counting();
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      ReadableByteChannel in = Channels.newChannel(stream);
      threads[k] =
          new Thread(
              () -> {
                try {
                  in.read(ByteBuffer.allocate(4));
                } catch (java.io.IOException e) {
                  throw new AssertionError(e);
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
