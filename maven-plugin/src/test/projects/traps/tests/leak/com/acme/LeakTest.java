package com.acme;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The first test leaves a task behind, which races with the second. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakTest {

  private static final ExecutorService POOL = Executors.newSingleThreadExecutor();
  private static final CountDownLatch GO = new CountDownLatch(1);

  private static int shared;

  @Test
  @Order(1)
  void leaves() {
    POOL.execute(
        () -> {
          try {
            GO.await();
            shared++;
            // Orders nothing: long enough for the write below to come second.
            Thread.sleep(100);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  @Order(2)
  void suffers() throws InterruptedException {
    GO.countDown();
    Thread.sleep(1000);
    shared++;
  }

  @AfterAll
  static void end() throws InterruptedException {
    POOL.shutdown();
    POOL.awaitTermination(1, TimeUnit.MINUTES);
  }
}
