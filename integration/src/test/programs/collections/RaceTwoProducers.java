import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-9: two that put are not ordered. */
class RaceTwoProducers {
  static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();
  static int x;

  static void work(String name) {
    x++; // RACE x
    QUEUE.add(name);
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work("a");
            });
    Thread second =
        new Thread(
            () -> {
              work("b");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
