package futures;

import java.util.*;
import java.util.concurrent.*;

// N4: invokeAll waits but does not look.
public class EscapeInvokeAll {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Callable<Integer> failing = () -> Integer.parseInt("x"); // ESCAPE future-unobserved NumberFormatException
    pool.invokeAll(List.of(() -> 1, failing));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
