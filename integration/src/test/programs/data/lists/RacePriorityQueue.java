import java.util.PriorityQueue;
import java.util.Queue;

/** 3.2: one location. */
class RacePriorityQueue {
  private static final Queue<Integer> queue = new PriorityQueue<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              queue.add(1); // RACE PriorityQueue
            });
    Thread second =
        new Thread(
            () -> {
              queue.peek(); // RACE PriorityQueue
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
