import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;

/** EX-12: all tasks are ordered before the return of invokeAll, in any executor. */
class NoRaceCallablesInForkJoin {

  public static void main(String[] args) throws Exception {
    int[] cells = new int[20];
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      int cell = i;
      tasks.add(() -> cells[cell]++);
    }
    ForkJoinPool pool = new ForkJoinPool(3);
    pool.invokeAll(tasks);
    for (int i = 0; i < cells.length; i++) {
      cells[i]++;
    }
    pool.shutdown();
  }
}
