package futures;

import java.util.concurrent.*;

// O1: the program learned that the task failed.
// JDK 21+
public class NoEscapeFutureState {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future = pool.submit(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    System.out.println(future.state() == Future.State.FAILED);
  }
}
