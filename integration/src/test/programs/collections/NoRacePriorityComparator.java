import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;

/** BQ-9: a queue calls its comparator by one thread at a time, which may count its calls. */
class NoRacePriorityComparator {
  static class Counting implements Comparator<Integer> {
    int calls;

    @Override
    public int compare(Integer one, Integer other) {
      calls++;
      return Integer.compare(one, other);
    }
  }

  public static void main(String[] args) throws Exception {
    PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(64, new Counting());
    queue.add(0);
    Runnable user =
        () -> {
          for (int i = 0; i < 20; i++) {
            queue.add(i * 7 % 20);
            queue.poll();
          }
        };
    Thread one = new Thread(user);
    Thread other = new Thread(user);
    one.start();
    other.start();
    one.join();
    other.join();
  }
}
