package futures;

import java.util.*;
import java.util.concurrent.*;

// N3: invokeAny needs one result only.
public class NoEscapeInvokeAny {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Callable<Integer> failing = () -> Integer.parseInt("x");
    System.out.println(pool.invokeAny(List.of(failing, failing, () -> 1, failing)));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
