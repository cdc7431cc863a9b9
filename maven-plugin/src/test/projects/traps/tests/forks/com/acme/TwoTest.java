package com.acme;

import org.junit.jupiter.api.Test;

class TwoTest {

  private int value;

  @Test
  void runs() throws InterruptedException {
    Thread one = new Thread(() -> value++);
    one.start();
    value++;
    one.join();
  }
}
