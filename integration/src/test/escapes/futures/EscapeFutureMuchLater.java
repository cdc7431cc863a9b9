package futures;

import java.util.concurrent.*;

// F1: reported while the JVM runs on, as soon as the future is collected.
public class EscapeFutureMuchLater {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    for (int i = 0; i < 20; i++) {
      System.gc();
      Thread.sleep(20);
    }
    Runtime.getRuntime().halt(0);
  }
}
