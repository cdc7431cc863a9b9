import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-9: who takes one element is not ordered after who put another. */
class RaceOtherElement {
  static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();
  static int x;

  public static void main(String[] args) throws Exception {
    QUEUE.put("b");
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              QUEUE.add("a");
            });
    Thread second =
        new Thread(
            () -> {
              String taken = QUEUE.remove();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
