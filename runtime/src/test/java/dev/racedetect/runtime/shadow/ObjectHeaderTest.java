package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On each JDK that this runs on, one load must tell what no table can know. */
class ObjectHeaderTest {
  @Test
  void knowsThatAFreshObjectHasNoHashCode() {
    assertThat(ObjectHeader.withoutHash(new Object())).isTrue();
  }

  @Test
  void knowsAnObjectThatHasOne() {
    Object o = new Object();
    assertThat(System.identityHashCode(o)).isNotZero();
    assertThat(ObjectHeader.withoutHash(o)).isFalse();
  }

  @Test
  void saysNothingOfALockedObject() {
    Object o = new Object();
    synchronized (o) {
      assertThat(ObjectHeader.withoutHash(o)).isFalse();
    }
  }
}
