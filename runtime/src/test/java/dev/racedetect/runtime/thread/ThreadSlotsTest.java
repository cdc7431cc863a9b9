package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.ThreadSlots.Lease;
import org.junit.jupiter.api.Test;

final class ThreadSlotsTest {
  private static final ThreadInfo INFO = new ThreadInfo(new Thread(() -> {}), false, 0, 0);

  private static VectorClock known(long epoch) {
    return VectorClock.EMPTY.with(Epoch.slot(epoch), Epoch.clock(epoch));
  }

  @Test
  void givesAFreedSlotOnlyToAThreadThatKnowsItsLastClock() {
    ThreadSlots slots = new ThreadSlots();
    long first = slots.allocate(VectorClock.EMPTY, INFO).epoch();
    slots.release(Epoch.slot(first), 5, VectorClock.EMPTY.with(Epoch.slot(first), 5));
    long stranger = slots.allocate(VectorClock.EMPTY.with(Epoch.slot(first), 4), INFO).epoch();
    assertThat(Epoch.slot(stranger)).isNotEqualTo(Epoch.slot(first));
    long heir = slots.allocate(VectorClock.EMPTY.with(Epoch.slot(first), 5), INFO).epoch();
    assertThat(heir).isEqualTo(Epoch.of(Epoch.slot(first), 6));
  }

  @Test
  void retiresASlotWhoseClockIsUsedUp() {
    ThreadSlots slots = new ThreadSlots();
    long first = slots.allocate(VectorClock.EMPTY, INFO).epoch();
    VectorClock end = VectorClock.EMPTY.with(Epoch.slot(first), Epoch.MAX_CLOCK);
    slots.release(Epoch.slot(first), Epoch.MAX_CLOCK, end);
    assertThat(Epoch.slot(slots.allocate(end, INFO).epoch())).isNotEqualTo(Epoch.slot(first));
  }

  /** With few slots and many threads that never join: order may be added, never half of it. */
  @Test
  void newOwnerKnowsAllThatThePreviousOneKnew() {
    int limit = 9_000;
    ThreadSlots slots = new ThreadSlots(limit);
    VectorClock[] lastKnown = new VectorClock[limit + 1];
    for (int i = 0; i < 30_000; i++) {
      Lease lease = slots.allocate(VectorClock.EMPTY, INFO);
      int slot = Epoch.slot(lease.epoch());
      assertThat(slot).isBetween(1, limit);
      if (lastKnown[slot] != null) {
        assertThat(lease.known().covers(lastKnown[slot], 0, 0)).isTrue();
      }
      // Each learns something of its own before it ends.
      VectorClock end = lease.known().with(limit + 1 + i, 7).join(known(lease.epoch()));
      lastKnown[slot] = end;
      slots.release(slot, Epoch.clock(lease.epoch()), end);
    }
    assertThat(slots.used()).isEqualTo(limit);
  }

  @Test
  void livingThreadsNeverShareASlot() {
    ThreadSlots slots = new ThreadSlots(3);
    for (int slot = 1; slot <= 3; slot++) {
      assertThat(Epoch.slot(slots.allocate(VectorClock.EMPTY, INFO).epoch())).isEqualTo(slot);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(slots.allocate(VectorClock.EMPTY, INFO).epoch()).isEqualTo(Epoch.UNRECORDED);
    }
    slots.release(2, 1, VectorClock.EMPTY.with(2, 1));
    assertThat(slots.allocate(VectorClock.EMPTY, INFO).epoch()).isEqualTo(Epoch.of(2, 2));
    assertThat(slots.allocate(VectorClock.EMPTY, INFO).epoch()).isEqualTo(Epoch.UNRECORDED);
  }

  @Test
  void remembersRecentOwners() {
    ThreadSlots slots = new ThreadSlots();
    long first = slots.allocate(VectorClock.EMPTY, INFO).epoch();
    int slot = Epoch.slot(first);
    slots.release(slot, 5, VectorClock.EMPTY);
    ThreadInfo second = new ThreadInfo(new Thread(() -> {}), false, 0, 0);
    slots.allocate(VectorClock.EMPTY.with(slot, 5), second);
    assertThat(slots.owner(slot, 5)).isSameAs(INFO);
    assertThat(slots.owner(slot, 6)).isSameAs(second);
    assertThat(slots.owner(slot + 1_000, 1)).isNull();
  }
}
