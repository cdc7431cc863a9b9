package dev.racedetect.libraries;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jctools.maps.NonBlockingHashMap;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpmcUnboundedXaddArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscGrowableArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jctools.queues.SpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.jctools.queues.SpscUnboundedArrayQueue;
import org.jctools.queues.atomic.MpmcAtomicArrayQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;

/**
 * Messages with plain fields through JCTools' queues, each with the producers and consumers it
 * allows.
 */
public final class JctoolsDriver {
  private static final int MESSAGES = 4_000;

  private JctoolsDriver() {}

  /** Written by its producer before the hand-over, read by its consumer after it. */
  private static final class Message {
    int value;
    int doubled;
  }

  /**
   * Prints the number of queues and the sum of everything that came through.
   *
   * @param args not used
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    long sum = 0;
    sum += pass(new SpscArrayQueue<>(64), 1, 1);
    sum += pass(new SpscLinkedQueue<>(), 1, 1);
    sum += pass(new SpscUnboundedArrayQueue<>(64), 1, 1);
    sum += pass(new SpscAtomicArrayQueue<>(64), 1, 1);
    sum += pass(new MpscArrayQueue<>(64), 3, 1);
    sum += pass(new MpscLinkedQueue<>(), 3, 1);
    sum += pass(new MpscUnboundedArrayQueue<>(64), 3, 1);
    sum += pass(new MpscGrowableArrayQueue<>(16, 256), 3, 1);
    sum += pass(new MpscAtomicArrayQueue<>(64), 3, 1);
    sum += pass(new SpmcArrayQueue<>(64), 1, 3);
    sum += pass(new MpmcArrayQueue<>(64), 2, 2);
    sum += pass(new MpmcUnboundedXaddArrayQueue<>(64), 2, 2);
    sum += pass(new MpmcAtomicArrayQueue<>(64), 2, 2);
    System.out.println("sum=" + sum + " map=" + map());
  }

  private static long pass(Queue<Message> queue, int producers, int consumers)
      throws InterruptedException {
    AtomicInteger received = new AtomicInteger();
    LongAdder sum = new LongAdder();
    int all = producers * MESSAGES;
    Crew.run(
        producers + consumers,
        member -> {
          if (member < producers) {
            produce(queue);
          } else {
            consume(queue, received, all, sum);
          }
        });
    return sum.sum();
  }

  private static void produce(Queue<Message> queue) {
    for (int i = 0; i < MESSAGES; i++) {
      Message message = new Message();
      message.value = i;
      message.doubled = 2 * i;
      while (!queue.offer(message)) {
        Thread.yield();
      }
    }
  }

  private static void consume(
      Queue<Message> queue, AtomicInteger received, int all, LongAdder sum) {
    while (received.get() < all) {
      Message message = queue.poll();
      if (message == null) {
        Thread.yield();
      } else {
        sum.add(message.value + message.doubled);
        message.value = -1;
        received.incrementAndGet();
      }
    }
  }

  private static int map() throws InterruptedException {
    NonBlockingHashMap<Integer, Message> map = new NonBlockingHashMap<>();
    LongAdder sum = new LongAdder();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < 1_000; i++) {
            Message message = new Message();
            message.value = i;
            Message earlier = map.putIfAbsent(i, message);
            sum.add(earlier == null ? message.value : earlier.value);
          }
        });
    return map.size() + (int) sum.sum();
  }
}
