package deaths;

import java.util.*;
import java.util.concurrent.*;

// O6: the default handler receives the exceptions of a thread, a worker and a timer.
public class NoEscapeDefaultHandler {
  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.out.println("recovered " + e));
    Thread thread = new Thread(() -> Integer.parseInt("x"));
    thread.start();
    thread.join();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> Integer.parseInt("y"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    CountDownLatch ran = new CountDownLatch(1);
    new Timer().schedule(
        new TimerTask() {
          @Override
          public void run() {
            ran.countDown();
            Integer.parseInt("z");
          }
        },
        1);
    ran.await();
    ForkJoinPool.commonPool().execute(() -> Integer.parseInt("w"));
    ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS);
  }
}
