package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CleanTest {

  private final AtomicInteger value = new AtomicInteger();

  @Test
  void counts() throws InterruptedException {
    Thread one = new Thread(value::incrementAndGet);
    Thread two = new Thread(value::incrementAndGet);
    one.start();
    two.start();
    one.join();
    two.join();
    assertEquals(2, value.get());
  }

  @Test
  @Tag("race.skip")
  void isLeftOutWhenTheDetectorRuns() {
    if (System.getProperty("racedetect.version") != null) {
      fail("the detector runs");
    }
  }
}
