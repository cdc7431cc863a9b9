package forkjoin;

import java.util.concurrent.*;
import java.util.stream.*;

// O4: the one who joins the task has the exception of the parallel stream.
public class NoEscapeStreamInTask {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(4);
    Runnable task = () -> IntStream.range(0, 1000).parallel().forEach(i -> Integer.parseInt("x"));
    try {
      pool.submit(task).join();
    } catch (RuntimeException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
