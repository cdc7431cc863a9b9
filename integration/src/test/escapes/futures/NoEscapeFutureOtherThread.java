package futures;

import java.util.concurrent.*;

// O1: another thread looks, while this one ends the JVM.
public class NoEscapeFutureOtherThread {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future = pool.submit(() -> Integer.parseInt("x"));
    CountDownLatch looking = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                looking.countDown();
                Thread.sleep(60_000);
                future.get();
              } catch (InterruptedException | ExecutionException e) {
                System.out.println("recovered");
              }
            });
    reader.start();
    looking.await();
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    System.exit(0);
  }
}
