package com.acme;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class ElementsTest {

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
  void findsWhatThePomAdds() {
    assertNotNull(getClass().getResource("/more.txt"));
  }
}
