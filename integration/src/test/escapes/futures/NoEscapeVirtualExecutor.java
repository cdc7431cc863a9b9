package futures;

import java.util.*;
import java.util.concurrent.*;

// O1: the futures of such an executor are looked at.
// JDK 21+
public class NoEscapeVirtualExecutor {
  public static void main(String[] args) throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> future = pool.submit(() -> Integer.parseInt("x"));
      try {
        future.get();
      } catch (ExecutionException e) {
        System.out.println("recovered");
      }
      Callable<Integer> failing = () -> Integer.parseInt("x");
      System.out.println(pool.invokeAny(List.of(failing, () -> 1, failing)));
    }
  }
}
