import java.util.ArrayDeque;
import java.util.Deque;

/** 3.2: a poll that finds nothing is a read. */
class NoRaceArrayDequeEmptyPoll {
  private static final Deque<Integer> deque = new ArrayDeque<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              deque.poll();
            });
    Thread second =
        new Thread(
            () -> {
              deque.isEmpty();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
