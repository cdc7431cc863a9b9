package com.acme;

import org.testng.annotations.Test;

public class CounterTest {

  private int value;

  @Test
  public void counts() throws InterruptedException {
    Thread one = new Thread(() -> value = 1);
    Thread two = new Thread(() -> value = 2);
    one.start();
    two.start();
    one.join();
    two.join();
  }

  @Test
  public void idles() {}
}
