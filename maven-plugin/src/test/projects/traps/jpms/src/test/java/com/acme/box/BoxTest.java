package com.acme.box;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoxTest {

  private final Box box = new Box();

  @Test
  void isSet() throws InterruptedException {
    assertTrue(Box.class.getModule().isNamed());
    Thread one = new Thread(() -> box.set(1));
    Thread two = new Thread(() -> box.set(2));
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
