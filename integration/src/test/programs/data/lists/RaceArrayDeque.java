import java.util.ArrayDeque;
import java.util.Deque;

/** 3.2: one location. */
class RaceArrayDeque {
  private static final Deque<Integer> deque = new ArrayDeque<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              deque.push(1); // RACE ArrayDeque
            });
    Thread second =
        new Thread(
            () -> {
              deque.push(2); // RACE ArrayDeque
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
