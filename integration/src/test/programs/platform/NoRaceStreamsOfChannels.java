import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** F10: streams, readers and writers of a channel call it one at a time. */
class NoRaceStreamsOfChannels {
  static class Source implements ReadableByteChannel {
    int reads;

    @Override
    public int read(ByteBuffer target) {
      reads++;
      target.put((byte) 'a');
      return 1;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  static class Sink implements WritableByteChannel {
    int writes;

    @Override
    public int write(ByteBuffer source) {
      writes++;
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

  public static void main(String[] args) throws Exception {
    InputStream in = Channels.newInputStream(new Source());
    OutputStream out = Channels.newOutputStream(new Sink());
    Reader reader = Channels.newReader(new Source(), "UTF-8");
    Writer writer = Channels.newWriter(new Sink(), "UTF-8");
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                try {
                  in.read();
                  out.write(1);
                  reader.read();
                  reader.read();
                  writer.write("a");
                  writer.flush();
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
