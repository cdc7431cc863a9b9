import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** BQ-9: two insertions into a bounded queue with room do not order each other. */
class RaceTwoInsertions {
  static final BlockingQueue<Object> QUEUE = new ArrayBlockingQueue<>(8);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              QUEUE.add(new Object());
            });
    Thread second =
        new Thread(
            () -> {
              QUEUE.add(new Object());
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
