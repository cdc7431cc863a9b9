import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** NIO-1: starting an operation is ordered before its handler. */
class NoRaceFileHandler {
  static int x;

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("handler", "");
    CountDownLatch done = new CountDownLatch(1);
    try (AsynchronousFileChannel channel =
        AsynchronousFileChannel.open(file, StandardOpenOption.WRITE)) {
      x = 1;
      channel.write(
          ByteBuffer.wrap(new byte[8]),
          0,
          "",
          new CompletionHandler<Integer, String>() {
            @Override
            public void completed(Integer count, String attachment) {
              x++;
              done.countDown();
            }

            @Override
            public void failed(Throwable t, String attachment) {
              done.countDown();
            }
          });
      done.await();
      x++;
    }
    Files.delete(file);
  }
}
