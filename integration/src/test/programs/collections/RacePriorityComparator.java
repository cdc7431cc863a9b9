import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;

/** BQ-9: two queues do not exclude each other from the comparator that they share. */
class RacePriorityComparator {
  static class Counting implements Comparator<Integer> {
    int calls;

    @Override
    public int compare(Integer one, Integer other) {
      calls++; // RACE calls
      return Integer.compare(one, other);
    }
  }

  public static void main(String[] args) throws Exception {
    Counting shared = new Counting();
    Runnable user =
        () -> {
          PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(64, shared);
          for (int i = 0; i < 20; i++) {
            queue.add(i * 7 % 20);
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
