import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** E1, E2: lists of tasks, lists as results. */
class NoRaceExecutor {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Callable<List<Integer>>> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int n = i;
      tasks.add(
          () -> {
            List<Integer> result = new ArrayList<>();
            result.add(n);
            return result;
          });
    }
    List<Integer> all = new ArrayList<>();
    for (Future<List<Integer>> future : pool.invokeAll(tasks)) {
      List<Integer> result = future.get();
      result.add(1);
      all.addAll(result);
    }
    Future<?> filled = pool.submit(() -> all.add(7));
    filled.get();
    all.clear();
    pool.shutdown();
  }
}
