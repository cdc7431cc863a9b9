// JDK 21+
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** VT-2: tasks on virtual threads are not ordered, also when they share a carrier. */
class RaceVirtualExecutor {
  static int x;

  public static void main(String[] args) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        pool.execute(
            () -> {
              x++; // RACE x
            });
      }
    }
  }
}
