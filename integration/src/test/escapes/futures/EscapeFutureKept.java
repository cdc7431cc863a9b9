package futures;

import java.util.*;
import java.util.concurrent.*;

// F1: a static list that keeps the future for ever hides nothing.
public class EscapeFutureKept {
  static final List<Future<?>> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    KEPT.add(pool.submit(() -> Integer.parseInt("x"))); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    System.exit(0);
  }
}
