package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * A test on whose behalf threads and tasks act. Made when the test starts; what the test starts or
 * submits carries it on, also beyond the end of the test.
 */
public final class TestIdentity {
  private final String id;

  /** The test or class of tests that this one runs within, in the same thread; null for none. */
  final @Nullable TestIdentity outer;

  /** Written once, by the thread that ran the test. */
  private volatile boolean finished;

  TestIdentity(String id, @Nullable TestIdentity outer) {
    this.id = id;
    this.outer = outer;
  }

  /** The unique id that the test framework gave it. */
  public String id() {
    return id;
  }

  /** Whether it has ended: what still acts on its behalf is a leak. */
  public boolean finished() {
    return finished;
  }

  void finish() {
    finished = true;
  }
}
