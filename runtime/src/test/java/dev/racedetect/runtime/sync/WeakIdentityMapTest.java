package dev.racedetect.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.Together;
import java.lang.ref.WeakReference;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WeakIdentityMapTest {
  private static final class Values extends WeakIdentityMap<Object> {
    @Override
    protected Object create(Object key) {
      return new Object();
    }
  }

  /** All objects of this class are equal, so that only identity can tell them apart. */
  private static final class Key {
    @Override
    public boolean equals(Object other) {
      throw new AssertionError("application code was called");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("application code was called");
    }
  }

  @Test
  void onlyTheValueThatIsNamedIsRemoved() {
    Values values = new Values();
    Key[] keys = new Key[3_000];
    Object[] first = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new Key();
      first[i] = values.of(keys[i]);
    }
    for (int i = 0; i < keys.length; i += 2) {
      values.remove(keys[i], first[i]);
      values.remove(keys[i + 1], first[i]);
    }
    for (int i = 0; i < keys.length; i++) {
      if (i % 2 == 0) {
        assertThat(values.find(keys[i])).isNull();
        assertThat(values.of(keys[i])).isNotSameAs(first[i]);
      } else {
        assertThat(values.find(keys[i])).isSameAs(first[i]);
      }
    }
  }

  @Test
  void everyThreadGetsTheSameValue() throws Exception {
    for (int round = 0; round < 10; round++) {
      Values values = new Values();
      Key[] keys = new Key[20_000];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = new Key();
      }
      Object[][] seen = new Object[3][keys.length];
      Together together = new Together(3);
      together.run(
          number -> {
            Random random = new Random(number);
            together.meet();
            for (int n = 0; n < 2 * keys.length; n++) {
              int i = n < keys.length ? n : random.nextInt(keys.length);
              Object value = values.of(keys[i]);
              if (seen[number][i] != null && seen[number][i] != value) {
                throw new AssertionError("another value for the same key");
              }
              seen[number][i] = value;
            }
          });
      for (int i = 0; i < keys.length; i++) {
        assertThat(seen[1][i]).isSameAs(seen[0][i]).isNotNull();
        assertThat(seen[2][i]).isSameAs(seen[0][i]);
        assertThat(values.find(keys[i])).isSameAs(seen[0][i]);
      }
    }
  }

  @Test
  void forgetsDeadKeysAndKeepsLivingOnes() {
    Values values = new Values();
    Key[] kept = new Key[1_000];
    Object[] keptValues = new Object[kept.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new Key();
      keptValues[i] = values.of(kept[i]);
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    WeakReference<Object>[] dead = new WeakReference[50_000];
    for (int i = 0; i < dead.length; i++) {
      dead[i] = new WeakReference<>(values.of(new Key()));
    }
    System.gc();
    for (int i = 0; i < 4 * dead.length; i++) {
      values.of(new Key());
    }
    System.gc();
    int left = 0;
    for (WeakReference<Object> value : dead) {
      left += value.get() == null ? 0 : 1;
    }
    assertThat(left).isLessThan(dead.length / 100);
    for (int i = 0; i < kept.length; i++) {
      assertThat(values.of(kept[i])).isSameAs(keptValues[i]);
    }
    assertThat(values.find(new Key())).isNull();
  }
}
