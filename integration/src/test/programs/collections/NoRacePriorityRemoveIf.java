import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;

/** BQ-9: a queue that removes several elements compares the others by one thread at a time. */
class NoRacePriorityRemoveIf {
  static class Counting implements Comparator<Integer> {
    int calls;

    @Override
    public int compare(Integer one, Integer other) {
      calls++;
      return Integer.compare(one, other);
    }
  }

  public static void main(String[] args) throws Exception {
    PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(16, new Counting());
    queue.addAll(List.of(9, 8, 7, 6, 5, 4, 3, 2, 1));
    Thread one = new Thread(() -> queue.removeIf(element -> element == 3));
    Thread other = new Thread(() -> queue.removeIf(element -> element == 5));
    one.start();
    other.start();
    one.join();
    other.join();
  }
}
