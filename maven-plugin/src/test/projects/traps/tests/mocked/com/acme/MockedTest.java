package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

class MockedTest {

  private int seen;

  /** Final: only the inline mock maker can do it, which rewrites the class. */
  static final class Clock {
    private int time;

    int time() {
      return ++time;
    }
  }

  @Test
  void mocks() throws InterruptedException {
    Clock clock = mock(Clock.class);
    when(clock.time()).thenReturn(7);
    Thread one = new Thread(() -> seen = clock.time());
    Thread two = new Thread(() -> seen = clock.time());
    one.start();
    two.start();
    one.join();
    two.join();
    assertEquals(7, seen);
    assertEquals(1, new Clock().time());
  }
}
