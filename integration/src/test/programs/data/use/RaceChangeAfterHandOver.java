import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** D0: what the producer does to a list after it was put is not ordered. */
class RaceChangeAfterHandOver {
  public static void main(String[] args) throws Exception {
    BlockingQueue<List<Integer>> queue = new ArrayBlockingQueue<>(1);
    Thread first =
        new Thread(
            () -> {
              try {
                List<Integer> list = new ArrayList<>();
                queue.put(list);
                list.add(1); // RACE ArrayList
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    List<Integer> list = queue.take();
    list.size(); // RACE ArrayList
    first.join();
  }
}
