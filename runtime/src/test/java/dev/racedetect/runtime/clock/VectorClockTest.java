package dev.racedetect.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Vector clocks against plain maps, on seeded random histories. */
final class VectorClockTest {
  private static final int SEEDS = 3_000;

  /** Slots at and around every boundary between heights of the tree. */
  private static final int[] EDGES = {
    0, 1, 15, 16, 17, 255, 256, 257, 4095, 4096, 65535, 65536, Epoch.MAX_SLOT
  };

  private record Pair(VectorClock clock, Map<Integer, Integer> model) {}

  @Test
  void behavesAsAMap() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int spread = 1 << 1 + random.nextInt(20);
      Pair[] pool = new Pair[6];
      for (int i = 0; i < pool.length; i++) {
        pool[i] = new Pair(VectorClock.EMPTY, Map.of());
      }
      for (int step = 0; step < 60; step++) {
        int to = random.nextInt(pool.length);
        Pair a = pool[random.nextInt(pool.length)];
        Pair b = pool[random.nextInt(pool.length)];
        pool[to] = random.nextInt(3) == 0 ? join(seed, a, b) : with(random, spread, a);
        check(seed, pool[to]);
        checkCovers(seed, random, spread, a, b);
      }
    }
  }

  private static int slot(Random random, int spread) {
    return random.nextInt(4) == 0
        ? EDGES[random.nextInt(EDGES.length)]
        : Math.min(random.nextInt(spread), Epoch.MAX_SLOT);
  }

  private static Pair with(Random random, int spread, Pair a) {
    int slot = slot(random, spread);
    int clock = 1 + random.nextInt(5);
    Map<Integer, Integer> model = new HashMap<>(a.model);
    model.merge(slot, clock, Math::max);
    VectorClock changed = a.clock.with(slot, clock);
    if (model.equals(a.model)) {
      assertThat(changed).isSameAs(a.clock);
    }
    return new Pair(changed, model);
  }

  private static Pair join(long seed, Pair a, Pair b) {
    Map<Integer, Integer> model = new HashMap<>(a.model);
    b.model.forEach((slot, clock) -> model.merge(slot, clock, Math::max));
    VectorClock joined = a.clock.join(b.clock);
    if (model.equals(a.model)) {
      assertThat(joined).as("seed %d: a join that adds nothing", seed).isSameAs(a.clock);
    }
    return new Pair(joined, model);
  }

  private static void check(long seed, Pair pair) {
    TreeSet<Integer> slots = new TreeSet<>(pair.model.keySet());
    for (int edge : EDGES) {
      slots.add(edge);
    }
    for (int slot : slots) {
      assertThat(pair.clock.get(slot))
          .as("seed %d slot %d", seed, slot)
          .isEqualTo(pair.model.getOrDefault(slot, 0));
    }
  }

  private static void checkCovers(long seed, Random random, int spread, Pair a, Pair b) {
    int ownSlot = slot(random, spread);
    int ownClock = a.model.getOrDefault(ownSlot, 0) + random.nextInt(4);
    Map<Integer, Integer> known = new HashMap<>(a.model);
    known.merge(ownSlot, ownClock, Math::max);
    boolean expected = true;
    for (Map.Entry<Integer, Integer> entry : b.model.entrySet()) {
      expected &= known.getOrDefault(entry.getKey(), 0) >= entry.getValue();
    }
    assertThat(a.clock.covers(b.clock, ownSlot, ownClock))
        .as("seed %d: %s own %d@%d covers %s", seed, a.model, ownClock, ownSlot, b.model)
        .isEqualTo(expected);
  }

  @Test
  void sharesWhatAJoinLeftAlone() {
    VectorClock many = VectorClock.EMPTY;
    for (int slot = 1; slot <= 10_000; slot++) {
      many = many.with(slot, slot);
    }
    VectorClock one = VectorClock.EMPTY.with(5_000, 20_000);
    assertThat(many.join(VectorClock.EMPTY)).isSameAs(many);
    assertThat(VectorClock.EMPTY.join(many)).isSameAs(many);
    assertThat(many.with(7, 7)).isSameAs(many);
    VectorClock joined = many.join(one);
    assertThat(joined.join(many)).isSameAs(joined);
    assertThat(many.join(joined)).isSameAs(joined);
    assertThat(joined.get(5_000)).isEqualTo(20_000);
    assertThat(joined.get(9_999)).isEqualTo(9_999);
  }
}
