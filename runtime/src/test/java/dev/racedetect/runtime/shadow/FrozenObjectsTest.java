package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import org.junit.jupiter.api.Test;

final class FrozenObjectsTest {
  /** Of a class that is not of the JDK: what it refers to is followed. */
  private static final class Node {}

  private final ThreadState thread = Simulated.startedBy(ThreadState.current());

  @Test
  void theLaterFreezeOfAThreadCounts() {
    Node node = new Node();
    FrozenObjects.reached(thread, node, Epoch.of(7, 10));
    FrozenObjects.reached(thread, node, Epoch.of(7, 5)); // through a final field frozen before
    assertThat(FrozenObjects.excuses(thread, node, Epoch.of(7, 8))).isTrue();
    assertThat(FrozenObjects.excuses(thread, node, Epoch.of(7, 11))).isFalse();
    FrozenObjects.reached(thread, node, Epoch.of(7, 12));
    assertThat(FrozenObjects.excuses(thread, node, Epoch.of(7, 11))).isTrue();
  }

  @Test
  void objectsOfLikeHashesAreAllKnown() {
    Node[] nodes = new Node[60];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Node();
      FrozenObjects.reached(thread, nodes[i], Epoch.of(7, i + 1));
    }
    for (int i = 0; i < nodes.length; i++) {
      assertThat(FrozenObjects.excuses(thread, nodes[i], Epoch.of(7, i + 1))).isTrue();
      assertThat(FrozenObjects.excuses(thread, nodes[i], Epoch.of(7, i + 2))).isFalse();
    }
    assertThat(FrozenObjects.excuses(thread, new Node(), Epoch.of(7, 1))).isFalse();
  }

  @Test
  void writesOfThirdThreadsCountIfTheFreezerMayKnowThem() {
    long learnt = Epoch.of(900, 5);
    long unknown = Epoch.of(901, 5);
    ThreadState freezer = ThreadState.own();
    freezer.acquire(VectorClock.EMPTY.with(900, 5), 0, 0);
    Node node = new Node();
    FrozenObjects.reached(thread, node, freezer.epoch);
    assertThat(FrozenObjects.excuses(thread, node, learnt)).isTrue();
    assertThat(FrozenObjects.excuses(thread, node, unknown)).isFalse();
    Node beyond = new Node();
    assertThat(FrozenObjects.excuses(thread, beyond, learnt)).isFalse();
    FrozenObjects.through(thread, node, beyond);
    assertThat(FrozenObjects.excuses(thread, beyond, learnt)).isTrue();
  }

  @Test
  void anObjectMayBeReachedThroughFreezesOfSeveralThreads() {
    Node node = new Node();
    ThreadState live = ThreadState.own();
    FrozenObjects.reached(thread, node, live.epoch);
    FrozenObjects.reached(thread, node, Epoch.of(7, 10));
    assertThat(FrozenObjects.excuses(thread, node, Epoch.of(7, 9))).isTrue();
    assertThat(FrozenObjects.excuses(thread, node, live.epoch)).isTrue();
  }
}
