package dev.racedetect.libraries;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.Monitor;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import com.google.common.util.concurrent.Striped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;

/** Guava's caches, futures, striped locks, monitors, interners and memoised suppliers. */
public final class GuavaDriver {
  private static final int ROUNDS = 3_000;
  private static final int KEYS = 300;

  private GuavaDriver() {}

  /** A value with plain fields. */
  private static final class Box {
    long value;

    Box(long value) {
      this.value = value;
    }
  }

  /**
   * Prints the sums of both parts.
   *
   * @param args not used
   * @throws Exception if a member or a future fails
   */
  public static void main(String[] args) throws Exception {
    System.out.println("shared=" + shared() + " futures=" + futures());
  }

  private static long shared() throws InterruptedException {
    LoadingCache<Integer, Box> cache =
        CacheBuilder.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofHours(1))
            .recordStats()
            .build(CacheLoader.from(key -> new Box(key * 3L)));
    Striped<Lock> stripes = Striped.lock(8);
    long[] guarded = new long[8];
    Monitor monitor = new Monitor();
    Box monitored = new Box(0);
    Interner<String> interner = Interners.newWeakInterner();
    ConcurrentHashMultiset<Integer> multiset = ConcurrentHashMultiset.create();
    Supplier<Box> memoised = Suppliers.memoize(() -> new Box(17));
    LongAdder total = new LongAdder();
    Crew.run(
        4,
        member -> {
          long sum = memoised.get().value;
          for (int i = 0; i < ROUNDS; i++) {
            int key = (i + member * 31) % KEYS;
            sum += cache.getUnchecked(key).value;
            Lock lock = stripes.getAt(key % 8);
            lock.lock();
            try {
              guarded[key % 8]++;
            } finally {
              lock.unlock();
            }
            monitor.enter();
            try {
              monitored.value++;
            } finally {
              monitor.leave();
            }
            sum += interner.intern("key " + key % 10).length();
            multiset.add(key);
          }
          total.add(sum);
        });
    long locked = 0;
    for (long count : guarded) {
      locked += count;
    }
    return total.sum() + locked + monitored.value + multiset.size();
  }

  private static long futures() throws Exception {
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(4));
    try {
      List<ListenableFuture<Box>> parts = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int number = i;
        SettableFuture<Box> settable = SettableFuture.create();
        pool.execute(() -> settable.set(new Box(number)));
        parts.add(
            FluentFuture.from(settable)
                .transform(box -> new Box(box.value * 2), pool)
                .transformAsync(box -> pool.submit(() -> new Box(box.value + 1)), pool)
                .catching(IllegalStateException.class, failure -> new Box(-1), pool));
      }
      long sum = 0;
      for (Box box : Futures.allAsList(parts).get()) {
        sum += box.value;
      }
      return sum
          + Futures.whenAllSucceed(parts.subList(0, 10))
              .call(() -> Futures.getDone(parts.get(9)).value, pool)
              .get();
    } finally {
      pool.shutdown();
    }
  }
}
