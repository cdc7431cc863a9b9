package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HeldLocksTest {
  private static final class Name extends LockName {
    Name(Object lock) {
      super(lock);
    }
  }

  private final HeldLocks locks = new HeldLocks();
  private final Name first = new Name("first");
  private final Name second = new Name(2);

  private static String[] described(HeldLock[] held) {
    return Arrays.stream(held)
        .map(h -> h.description().replaceAll("@.*", ""))
        .toArray(String[]::new);
  }

  @Test
  void tellsWhatIsHeldNewestFirst() {
    locks.push(first, 7, 1);
    locks.push(second, 8, 1);
    assertThat(described(locks.now())).containsExactly("Integer", "String");
    assertThat(locks.top()).isSameAs(second);
    locks.pop(first, 1, 16);
    assertThat(described(locks.now())).containsExactly("Integer");
    assertThat(locks.now()[0].context()).isEqualTo(8);
  }

  @Test
  void tellsWhatWasHeldWithinAClock() {
    locks.push(first, 7, 2);
    locks.push(second, 8, 3);
    locks.pop(second, 4, 16);
    locks.pop(first, 5, 16);
    assertThat(locks.at(1)).isEmpty();
    assertThat(described(locks.at(2))).containsExactly("String");
    assertThat(described(locks.at(3))).containsExactly("Integer", "String");
    assertThat(described(locks.at(4))).containsExactly("Integer", "String");
    assertThat(described(locks.at(5))).containsExactly("String");
    assertThat(locks.at(6)).isEmpty();
  }

  @Test
  void sectionsWithoutAccessesLeaveNoTrace() {
    locks.push(first, 7, 2);
    locks.pop(first, 1, 16);
    assertThat(locks.at(2)).isEmpty();
  }

  @Test
  void saysWhenItHasForgotten() {
    for (int i = 1; i <= 100; i++) {
      locks.push(first, 7, i);
      locks.pop(first, i, 16);
    }
    assertThat(locks.at(84)).isNull();
    assertThat(described(locks.at(85))).containsExactly("String");
    assertThat(described(locks.at(100))).containsExactly("String");
  }

  @Test
  void keepsDescriptionsWhenTheThreadHasEnded() {
    locks.push(first, 7, 2);
    locks.pop(first, 2, 16);
    String before = locks.at(2)[0].description();
    locks.detach();
    assertThat(locks.at(2)[0].description()).isEqualTo(before);
  }
}
