package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.Together;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CollectionTableTest {
  private static CollectionShadow add(Object object) {
    return CollectionTable.putIfAbsent(object, new CollectionShadow(object));
  }

  @Test
  void eachObjectHasAShadowOfItsOwn() {
    List<List<Integer>> equal = new ArrayList<>();
    Map<Integer, CollectionShadow> shadows = new HashMap<>();
    Set<Long> numbers = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      List<Integer> list = new ArrayList<>(List.of(1));
      equal.add(list);
      CollectionShadow shadow = add(list);
      shadows.put(i, shadow);
      assertThat(numbers.add(shadow.number)).isTrue();
      assertThat(shadow.number).isNotZero();
    }
    for (int i = 0; i < equal.size(); i++) {
      assertThat(CollectionTable.find(equal.get(i))).isSameAs(shadows.get(i));
      assertThat(add(equal.get(i))).isSameAs(shadows.get(i));
    }
    assertThat(CollectionTable.find(new ArrayList<>())).isNull();
  }

  @Test
  void twoObjectsOfOneHashCodeAreTwo() {
    Map<Integer, Object> seen = new HashMap<>();
    Object one = null;
    Object other = null;
    for (int i = 0; i < 2_000_000 && other == null; i++) {
      Object made = new Object();
      one = seen.putIfAbsent(System.identityHashCode(made), made);
      other = one == null ? null : made;
    }
    assertThat(other).as("two objects with the same identity hash code").isNotNull();
    CollectionShadow shadow = add(one);
    assertThat(CollectionTable.find(other)).isNull();
    assertThat(add(other)).isNotSameAs(shadow);
    assertThat(CollectionTable.find(one)).isSameAs(shadow);
  }

  @Test
  void nothingIsKeptAlive() throws Exception {
    WeakReference<Object> gone = new WeakReference<>(new Object());
    Object kept = new Object();
    CollectionShadow shadow = add(kept);
    add(gone.get());
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(gone.get()).isNull();
    // So many that each part is cleaned meanwhile.
    for (int i = 0; i < 20_000; i++) {
      add(new Object());
    }
    assertThat(CollectionTable.find(kept)).isSameAs(shadow);
  }

  @Test
  void everyThreadFindsTheSameWhileTheTableGrows() throws Exception {
    for (int round = 0; round < 5; round++) {
      Object[] objects = new Object[40_000];
      for (int i = 0; i < objects.length; i++) {
        objects[i] = new Object();
      }
      CollectionShadow[][] found = new CollectionShadow[4][objects.length];
      new Together(4)
          .run(
              number -> {
                for (int i = 0; i < objects.length; i++) {
                  found[number][i] = add(objects[i]);
                  assertThat(CollectionTable.find(objects[i / 2])).isSameAs(found[number][i / 2]);
                }
              });
      for (int i = 0; i < objects.length; i++) {
        assertThat(found[1][i]).isSameAs(found[0][i]);
        assertThat(found[2][i]).isSameAs(found[0][i]);
        assertThat(found[3][i]).isSameAs(found[0][i]);
      }
    }
  }
}
