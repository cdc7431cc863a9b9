package dev.racedetect.runtime.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

final class ElementTableTest {
  private final Object queue = new ArrayList<>();
  private final Object element = new Object(); // of the JDK: kept in a weak table

  private static ThreadState thread() {
    return Simulated.startedBy(ThreadState.current());
  }

  @Test
  void whatWasConsumedIsForgottenAndMayComeAgain() {
    ThreadState producer = thread();
    ThreadState consumer = thread();
    for (int i = 0; i < 3; i++) {
      long before = producer.epoch;
      ElementTable.inserting(producer, queue, element);
      assertThat(consumer.covers(before)).isFalse();
      ElementTable.consumed(consumer, queue, element);
      assertThat(consumer.covers(before)).isTrue();
      assertThat(ObjectSync.findElements(consumer, element)).isNull();
      producer.dirty = true;
    }
  }

  @Test
  void anElementThatIsStillInsideIsNot() {
    ThreadState producer = thread();
    ThreadState other = thread();
    long before = producer.epoch;
    long later = other.epoch;
    ElementTable.inserting(producer, queue, element);
    ElementTable.inserting(other, queue, element);
    ElementTable.consumed(thread(), queue, element);
    ThreadState consumer = thread();
    ElementTable.consumed(consumer, queue, element);
    assertThat(consumer.covers(before)).isTrue();
    assertThat(consumer.covers(later)).isTrue();
  }

  @Test
  void whoeverMayHaveSeenAnElementInsideStillLearnsOfItsInsertion() {
    ThreadState producer = thread();
    long before = producer.epoch;
    ElementTable.inserting(producer, queue, element);
    ObjectSync.observe(queue); // somebody is about to peek
    ElementTable.consumed(thread(), queue, element);
    ThreadState peeker = thread();
    ElementTable.acquire(peeker, queue, element);
    assertThat(peeker.covers(before)).isTrue();
  }

  @Test
  void otherStateOfTheObjectIsKept() {
    ThreadState producer = thread();
    ElementTable.inserting(producer, queue, element);
    MonitorClock monitor = ObjectSync.monitor(producer, element);
    ElementTable.consumed(thread(), queue, element);
    assertThat(ObjectSync.findMonitor(producer, element)).isSameAs(monitor);
    ElementTable.inserting(producer, new Object(), element);
    assertThat(ObjectSync.findMonitor(producer, element)).isSameAs(monitor);
  }

  /**
   * Elements that everybody shares, such as small boxed numbers, are dropped and inserted at once.
   */
  @Test
  void noInsertionIsLostWhereTheSameElementIsConsumed() throws Exception {
    Object[] shared = {new Object(), new Object()};
    ConcurrentLinkedQueue<Object> real = new ConcurrentLinkedQueue<>();
    List<ThreadState> states = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      states.add(thread());
    }
    long[][] released = new long[2][1];
    Together together = new Together(3);
    together.run(
        number -> {
          ThreadState thread = states.get(number);
          together.meet();
          for (int i = 0; i < 100_000; i++) {
            Object e = shared[i % 2];
            if (number == 2) {
              Object taken = real.poll();
              if (taken != null) {
                ElementTable.consumed(thread, queue, taken);
                MonitorClock clock = ObjectSync.monitor(thread, shared[0]);
                assertThat(ObjectSync.monitor(thread, shared[0])).isSameAs(clock);
              }
            } else {
              released[number][0] = thread.epoch;
              ElementTable.inserting(thread, queue, e);
              real.add(e);
              thread.dirty = true;
            }
          }
        });
    ThreadState consumer = states.get(2);
    for (Object taken = real.poll(); taken != null; taken = real.poll()) {
      ElementTable.consumed(consumer, queue, taken);
    }
    assertThat(consumer.covers(released[0][0])).isTrue();
    assertThat(consumer.covers(released[1][0])).isTrue();
  }
}
