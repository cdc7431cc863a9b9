import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** F10: a stream of a channel excludes others from its own calls only, not from what follows. */
class RaceStreamsOfChannel {
  static class Sink implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) {
      int count = source.remaining();
      source.position(source.limit());
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  static int after;

  public static void main(String[] args) throws Exception {
    OutputStream out = Channels.newOutputStream(new Sink());
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                try {
                  out.write(1);
                  after++; // RACE after
                } catch (IOException e) {
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
