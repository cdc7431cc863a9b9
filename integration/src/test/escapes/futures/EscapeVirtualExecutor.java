package futures;

import java.util.concurrent.*;

// F1: a task of an executor that starts a virtual thread for each.
// JDK 21+
public class EscapeVirtualExecutor {
  public static void main(String[] args) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.submit(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
    }
  }
}
