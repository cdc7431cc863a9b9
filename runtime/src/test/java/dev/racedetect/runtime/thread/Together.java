package dev.racedetect.runtime.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks in real threads at the same time. */
public final class Together {
  private final AtomicInteger arrived = new AtomicInteger();
  private final int parties;

  /** For that many threads. */
  public Together(int parties) {
    this.parties = parties;
  }

  /** One of the tasks. */
  public interface Task {
    /** Runs as the thread with that number. */
    void run(int number) throws Exception;
  }

  /** Returns when all threads have called it equally often. */
  public void meet() {
    int all = (arrived.getAndIncrement() / parties + 1) * parties;
    for (int spins = 0; arrived.get() < all; spins++) {
      if (spins > 1000) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** Runs the task once in each thread and hands on the first failure. */
  public void run(Task task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(parties);
    try {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < parties; i++) {
        int number = i;
        calls.add(
            () -> {
              try {
                task.run(number);
              } catch (Throwable e) {
                arrived.addAndGet(Integer.MAX_VALUE / 2);
                throw e;
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(calls)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}
