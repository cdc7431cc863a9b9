import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** D0: a list handed over by a queue belongs to the taker. */
class NoRaceHandOver {
  public static void main(String[] args) throws Exception {
    BlockingQueue<List<Integer>> queue = new ArrayBlockingQueue<>(1);
    Thread first =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 50; i++) {
                  List<Integer> list = new ArrayList<>();
                  list.add(i);
                  queue.put(list);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    for (int i = 0; i < 50; i++) {
      List<Integer> list = queue.take();
      list.add(2);
      list.set(0, 3);
    }
    first.join();
  }
}
