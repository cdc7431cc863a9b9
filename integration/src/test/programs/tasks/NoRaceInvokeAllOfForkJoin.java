import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** FJ-7: invokeAll of fork/join tasks. */
class NoRaceInvokeAllOfForkJoin {
  static final int[] CELLS = new int[4];

  public static void main(String[] args) throws Exception {
    new ForkJoinPool(2)
        .submit(
            () -> {
              List<ForkJoinTask<?>> tasks = new ArrayList<>();
              for (int i = 0; i < 4; i++) {
                int cell = i;
                tasks.add(
                    ForkJoinTask.adapt(
                        () -> {
                          CELLS[cell] = 1;
                        }));
              }
              ForkJoinTask.invokeAll(tasks);
              for (int cell : CELLS) {
                if (cell != 1) {
                  throw new AssertionError();
                }
              }
            })
        .get();
  }
}
