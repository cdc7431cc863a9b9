// JDK 21+
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** VT-5, VT-6: an executor with a virtual thread for each task. */
class NoRaceVirtualExecutor {
  static final int[] CELLS = new int[100];
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        int cell = i;
        pool.submit(() -> CELLS[cell] = x);
      }
    }
    for (int cell : CELLS) {
      if (cell != 1) {
        throw new AssertionError();
      }
    }
  }
}
