package dev.racedetect.libraries;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Reactor operators that hand elements from thread to thread. */
public final class ReactorDriver {
  private ReactorDriver() {}

  /** An element with plain fields, written before it is emitted. */
  private static final class Item {
    long value;

    Item(long value) {
      this.value = value;
    }
  }

  /**
   * Prints one sum for each kind of operator.
   *
   * @param args not used
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    System.out.println(
        "parallel="
            + parallel()
            + " flatMap="
            + flatMap()
            + " publishOn="
            + publishOn()
            + " zip="
            + zip()
            + " timed="
            + timed()
            + " sink="
            + sink()
            + " cached="
            + cached());
    Schedulers.shutdownNow();
  }

  private static long parallel() {
    return sum(
        Flux.range(1, 20_000)
            .map(Item::new)
            .parallel(4)
            .runOn(Schedulers.parallel())
            .map(item -> new Item(item.value * 2))
            .sequential());
  }

  private static long flatMap() {
    return sum(
        Flux.range(1, 200)
            .flatMap(
                outer ->
                    Flux.range(1, 20)
                        .map(inner -> new Item((long) outer * inner))
                        .subscribeOn(Schedulers.boundedElastic()),
                8));
  }

  private static long publishOn() {
    return sum(
        Flux.range(1, 10_000)
            .map(Item::new)
            .publishOn(Schedulers.parallel())
            .groupBy(item -> item.value % 4)
            .flatMap(group -> group.publishOn(Schedulers.single())));
  }

  private static long zip() {
    Flux<Item> left = Flux.range(1, 5_000).map(Item::new).subscribeOn(Schedulers.boundedElastic());
    Flux<Item> right = Flux.range(1, 5_000).map(Item::new).subscribeOn(Schedulers.parallel());
    return sum(Flux.zip(left, right, (a, b) -> new Item(a.value * b.value)));
  }

  private static long timed() {
    return sum(
        Flux.interval(Duration.ofMillis(2))
            .take(30)
            .onBackpressureBuffer()
            .map(Item::new)
            .concatMap(item -> Mono.delay(Duration.ofMillis(1)).map(ignored -> item)));
  }

  private static long sink() throws InterruptedException {
    Sinks.Many<Item> sink = Sinks.many().multicast().onBackpressureBuffer(1 << 14);
    Mono<Long> sum =
        sink.asFlux()
            .publishOn(Schedulers.parallel())
            .reduce(0L, (total, item) -> total + item.value)
            .cache();
    sum.subscribe();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < 2_000; i++) {
            sink.emitNext(new Item(i), Sinks.EmitFailureHandler.busyLooping(Duration.ofMinutes(1)));
          }
        });
    sink.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
    return value(sum);
  }

  private static long cached() throws InterruptedException {
    Mono<Item> cached =
        Mono.fromCallable(() -> new Item(7)).subscribeOn(Schedulers.boundedElastic()).cache();
    long[] values = new long[4];
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < 500; i++) {
            values[member] += value(cached.map(item -> item.value));
          }
        });
    return values[0] + values[1] + values[2] + values[3];
  }

  private static long sum(Flux<Item> items) {
    return value(items.reduce(0L, (sum, item) -> sum + item.value));
  }

  private static long value(Mono<Long> mono) {
    Long value = mono.block();
    if (value == null) {
      throw new IllegalStateException("empty");
    }
    return value;
  }
}
