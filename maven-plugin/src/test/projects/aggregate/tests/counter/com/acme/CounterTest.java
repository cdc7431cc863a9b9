package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterTest {

  private int value;

  @Test
  void counts() throws InterruptedException {
    Thread one = new Thread(() -> value = 1);
    Thread two = new Thread(() -> value = 2);
    one.start();
    two.start();
    one.join();
    two.join();
  }

  @Test
  void adds() {
    assertEquals(4, 2 + 2);
  }
}
