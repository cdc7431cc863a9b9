package dev.racedetect.runtime.thread;

import jdk.internal.misc.Unsafe;

/**
 * A lock for short sections that threads pass through while they carry virtual threads.
 *
 * <p>A monitor would not do: from JDK 24 on, a virtual thread that waits for one gives up its
 * carrier (JEP 491). It may then be the one that is to have the monitor next, and needs a carrier
 * to go on, while all carriers wait for the same monitor in a hook of the scheduler: for ever. Here
 * no successor is chosen. Nor does a waiter park, which would take a permit that the application
 * has been given.
 *
 * <p>Not reentrant. A section must not block, not even on a monitor.
 */
final class SpinLock {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HELD = UNSAFE.objectFieldOffset(SpinLock.class, "held");

  /** How often a waiter looks before it lets other threads have the processor. */
  private static final int SPINS = 200;

  /** 1 while a thread is in the section. */
  private volatile int held;

  /** Waits until the section is free, and enters it. */
  @SuppressWarnings("ThreadPriorityCheck") // for speed, not for correctness
  void lock() {
    int tries = 0;
    while (held != 0 || !UNSAFE.compareAndSetInt(this, HELD, 0, 1)) {
      Thread.onSpinWait();
      if (++tries > SPINS && !ThreadFields.virtual(Thread.currentThread())) {
        Thread.yield();
      }
    }
  }

  /** Leaves the section. */
  void unlock() {
    held = 0;
  }
}
