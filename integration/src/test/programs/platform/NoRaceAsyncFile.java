import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** NIO-1 to NIO-3: starting an operation is ordered before its handler, and so on along a chain. */
class NoRaceAsyncFile {
  static int x;

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("async", ".bin");
    CountDownLatch done = new CountDownLatch(1);
    try (AsynchronousFileChannel channel =
        AsynchronousFileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      byte[] bytes = new byte[8];
      bytes[3] = 3;
      int written = channel.write(ByteBuffer.wrap(bytes), 0).get();
      byte[] target = new byte[written];
      ByteBuffer buffer = ByteBuffer.wrap(target);
      int[] attachment = new int[1];
      attachment[0] = 1;
      x = 1;
      channel.read(
          buffer,
          0,
          attachment,
          new CompletionHandler<Integer, int[]>() {
            int calls;

            @Override
            public void completed(Integer read, int[] attached) {
              x++;
              attached[0]++;
              target[3]++;
              if (calls++ < 2) {
                buffer.clear();
                channel.read(buffer, 0, attached, this);
              } else {
                done.countDown();
              }
            }

            @Override
            public void failed(Throwable e, int[] attached) {
              throw new AssertionError(e);
            }
          });
      done.await();
      x++;
      attachment[0]++;
    }
  }
}
