package dev.racedetect.libraries;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Bounded, expiring, weak and asynchronous Caffeine caches under four threads. */
public final class CaffeineDriver {
  private static final int ROUNDS = 8_000;
  private static final int KEYS = 1_000;

  private CaffeineDriver() {}

  /** A value with plain fields: whoever gets it must see them as the loader wrote them. */
  private static final class Square {
    int root;
    long value;

    Square(int root) {
      this.root = root;
      this.value = (long) root * root;
    }
  }

  /**
   * Prints sums that do not depend on which thread loaded what.
   *
   * @param args not used
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    LoadingCache<Integer, Square> bounded =
        Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofMillis(50))
            .recordStats()
            .build(Square::new);
    Cache<Integer, Square> weak = Caffeine.newBuilder().weakValues().build();
    AsyncLoadingCache<Integer, Square> async =
        Caffeine.newBuilder().maximumSize(500).buildAsync(Square::new);
    Cache<Integer, Long> counters = Caffeine.newBuilder().maximumSize(10_000).build();
    LongAdder total = new LongAdder();
    LongAdder loaded = new LongAdder();
    LoadingCache<Integer, Square> once =
        Caffeine.newBuilder()
            .refreshAfterWrite(Duration.ofHours(1))
            .build(
                key -> {
                  loaded.increment();
                  return new Square(key);
                });
    Crew.run(
        4,
        member -> {
          long sum = 0;
          for (int i = 0; i < ROUNDS; i++) {
            int key = (i * 7 + member * 13) % KEYS;
            sum += bounded.get(key).value;
            sum += once.get(key).value;
            counters.asMap().merge(key, 1L, Long::sum);
            if (i % 4 == 0) {
              sum += async.get(key).join().value;
              sum += weak.get(key, Square::new).root;
            }
            if (i % 100 == 0) {
              bounded.invalidate(key);
            }
          }
          total.add(sum);
        });
    bounded.cleanUp();
    long visits = counters.asMap().values().stream().mapToLong(Long::longValue).sum();
    System.out.println(
        "sum="
            + total.sum()
            + " loaded="
            + loaded.sum()
            + " visits="
            + visits
            + " bounded="
            + (bounded.estimatedSize() <= 200));
  }
}
