import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** ECS-1, ECS-2: take returns a task that has ended. */
class NoRaceCompletionService {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static final int[] CELLS = new int[3];

  public static void main(String[] args) throws Exception {
    CompletionService<Integer> service = new ExecutorCompletionService<>(POOL);
    for (int i = 0; i < 3; i++) {
      int cell = i;
      service.submit(
          () -> {
            CELLS[cell] = 1;
            return cell;
          });
    }
    for (int i = 0; i < 3; i++) {
      int cell = service.take().get();
      if (CELLS[cell] != 1) {
        throw new AssertionError();
      }
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
