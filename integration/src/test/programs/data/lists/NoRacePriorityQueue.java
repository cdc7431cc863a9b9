import java.util.PriorityQueue;
import java.util.Queue;

/** 3.2: two readers. */
class NoRacePriorityQueue {
  private static final Queue<Integer> queue = new PriorityQueue<>(java.util.List.of(1));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              queue.peek();
            });
    Thread second =
        new Thread(
            () -> {
              queue.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
