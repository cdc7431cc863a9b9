package forkjoin;

import java.util.concurrent.*;

// O4: join and get throw the exception, invoke does too.
public class NoEscapeJoin {
  public static void main(String[] args) throws Exception {
    Callable<Integer> failing = () -> Integer.parseInt("x");
    ForkJoinPool pool = new ForkJoinPool(2);
    try {
      pool.submit(failing).join();
    } catch (RuntimeException e) {
      System.out.println("recovered");
    }
    try {
      pool.submit(failing).get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    try {
      pool.invoke(ForkJoinTask.adapt(failing));
    } catch (RuntimeException e) {
      System.out.println("recovered");
    }
    ForkJoinTask<Integer> task = pool.submit(failing);
    task.quietlyJoin();
    System.out.println(task.getException() != null);
    ForkJoinTask<Integer> asked = pool.submit(failing);
    asked.quietlyJoin();
    System.out.println(asked.isCompletedAbnormally());
    pool.shutdown();
  }
}
