package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CounterTest {

  private int value;

  @Test
  void counts() throws InterruptedException {
    Thread one = new Thread(() -> value++);
    Thread two = new Thread(() -> value++);
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
