import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** F10: a channel lets one read, and one write, be in progress at a time. */
class NoRaceChannelsOfStreams {
  static class Counting extends InputStream {
    int reads;

    @Override
    public int read() {
      return ++reads;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      bytes[offset] = (byte) ++reads;
      return 1;
    }
  }

  static class Sum extends OutputStream {
    int sum;

    @Override
    public void write(int b) {
      sum += b;
    }
  }

  public static void main(String[] args) throws Exception {
    ReadableByteChannel in = Channels.newChannel(new Counting());
    WritableByteChannel out = Channels.newChannel(new Sum());
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                try {
                  in.read(ByteBuffer.allocate(4));
                  out.write(ByteBuffer.allocate(4));
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
