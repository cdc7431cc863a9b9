package com.acme;

import org.junit.jupiter.api.Test;

class ThreeTest {

  private int value;

  @Test
  void runs() throws InterruptedException {
    Thread one = new Thread(() -> value++);
    one.start();
    one.join();
    value++;
  }
}
