package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import org.junit.jupiter.api.Test;

final class CollectionCacheTest {
  private final CollectionCache cache =
      CollectionCache.of(Simulated.startedBy(ThreadState.current()));

  private static CollectionShadow shadow() {
    Object object = new Object();
    return CollectionTable.putIfAbsent(object, new CollectionShadow(object));
  }

  @Test
  void aReadIsRememberedForItsEpochAndItsCollection() {
    CollectionShadow list = shadow();
    CollectionShadow other = shadow();
    assertThat(cache.readIn(list, 7)).isFalse();
    cache.setRead(list, 7);
    assertThat(cache.readIn(list, 7)).isTrue();
    assertThat(cache.readIn(list, 8)).isFalse();
    assertThat(cache.readIn(other, 7)).isFalse();
    cache.setRead(list, 8);
    assertThat(cache.readIn(list, 7)).isFalse();
  }

  @Test
  void aNoteIsNoRead() {
    CollectionShadow list = shadow();
    assertThat(cache.noteIn(list, 7)).isFalse();
    assertThat(cache.noteIn(list, 7)).isTrue();
    assertThat(cache.readIn(list, 7)).isFalse();
    cache.setRead(list, 7);
    assertThat(cache.noteIn(list, 7)).isTrue();
    assertThat(cache.noteIn(list, 8)).isFalse();
  }

  @Test
  void nothingIsSaidOfACollectionThatWasNotRead() {
    CollectionShadow[] shadows = new CollectionShadow[5_000];
    for (int i = 0; i < shadows.length; i++) {
      shadows[i] = shadow();
    }
    for (int round = 1; round < 20; round++) {
      for (int i = 0; i < shadows.length; i += 2) {
        cache.setRead(shadows[i], round);
        assertThat(cache.readIn(shadows[i], round)).isTrue();
        assertThat(cache.readIn(shadows[i + 1], round)).isFalse();
      }
    }
  }

  @Test
  void aHundredCollectionsInUseAreAllRemembered() {
    CollectionShadow[] shadows = new CollectionShadow[100];
    for (int i = 0; i < shadows.length; i++) {
      shadows[i] = shadow();
    }
    int known = 0;
    for (int round = 0; round < 50; round++) {
      known = 0;
      for (CollectionShadow shadow : shadows) {
        known += cache.readIn(shadow, 7) ? 1 : 0;
        cache.setRead(shadow, 7);
      }
    }
    assertThat(known).isGreaterThan(shadows.length / 4);
  }
}
