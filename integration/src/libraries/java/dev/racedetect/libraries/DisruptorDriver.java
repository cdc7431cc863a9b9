package dev.racedetect.libraries;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.concurrent.TimeUnit;

/** A diamond of handlers behind a Disruptor ring, with one and with two publishers. */
public final class DisruptorDriver {
  private static final int EVENTS = 10_000;

  private DisruptorDriver() {}

  /** A slot of the ring: plain fields, reused all the time. */
  private static final class Event {
    long value;
    long squared;
    long negated;
  }

  /** Last handler of the diamond; only its own thread writes the sum, read after the shutdown. */
  private static final class Sum implements EventHandler<Event> {
    long total;

    @Override
    public void onEvent(Event event, long sequence, boolean endOfBatch) {
      total += event.squared + event.negated;
    }
  }

  /**
   * Prints one sum for each combination of publishers and wait strategy.
   *
   * @param args not used
   * @throws Exception if a member fails or the ring does not drain
   */
  public static void main(String[] args) throws Exception {
    System.out.println(
        "single="
            + publish(1, ProducerType.SINGLE, new BlockingWaitStrategy())
            + " multi="
            + publish(2, ProducerType.MULTI, new BlockingWaitStrategy())
            + " yielding="
            + publish(2, ProducerType.MULTI, new YieldingWaitStrategy())
            + " sleeping="
            + publish(1, ProducerType.SINGLE, new SleepingWaitStrategy()));
  }

  private static long publish(int publishers, ProducerType type, WaitStrategy strategy)
      throws Exception {
    Disruptor<Event> disruptor =
        new Disruptor<>(Event::new, 256, DaemonThreadFactory.INSTANCE, type, strategy);
    Sum sum = new Sum();
    disruptor
        .handleEventsWith(
            (event, sequence, last) -> event.squared = event.value * event.value,
            (event, sequence, last) -> event.negated = -event.value)
        .then(sum);
    disruptor.start();
    RingBuffer<Event> ring = disruptor.getRingBuffer();
    Crew.run(
        publishers,
        member -> {
          for (int i = 0; i < EVENTS; i++) {
            ring.publishEvent((event, sequence, value) -> event.value = value, i);
          }
        });
    disruptor.shutdown(60, TimeUnit.SECONDS);
    return sum.total;
  }
}
