package forkjoin;

import java.util.concurrent.*;
import java.util.stream.*;

// F3: a task lets the exception of a parallel stream pass, and nobody joins the task.
public class EscapeStreamInTask {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(4);
    Runnable task = () -> IntStream.range(0, 1000).parallel().forEach(i -> Integer.parseInt("x"));
    pool.submit(task); // ESCAPE forkjoin-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
