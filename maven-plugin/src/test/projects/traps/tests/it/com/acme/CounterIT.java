package com.acme;

import org.junit.jupiter.api.Test;

class CounterIT {

  private int value;

  @Test
  void counts() throws InterruptedException {
    Thread one = new Thread(() -> value++);
    one.start();
    value++;
    one.join();
  }
}
