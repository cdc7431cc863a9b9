import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// JDK 21+

/** EX-15: tasks are ordered before the return of close. */
class NoRaceExecutorClosed {
  static int x;

  public static void main(String[] args) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      pool.execute(() -> x++);
    }
    x++;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> x++);
    }
    x++;
  }
}
