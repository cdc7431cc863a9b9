package dev.racedetect.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import kotlinx.coroutines.channels.ChannelsKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import kotlinx.coroutines.future.FutureKt;
import kotlinx.coroutines.sync.Mutex;
import kotlinx.coroutines.sync.MutexKt;

/** Kotlin coroutines, channels, flows and mutexes, reached from Java. */
public final class CoroutinesDriver {
  private static final int MESSAGES = 2_000;

  private CoroutinesDriver() {}

  /** An element with plain fields, written before it is handed over. */
  private static final class Item {
    long value;

    Item(long value) {
      this.value = value;
    }
  }

  /**
   * Prints one sum for each kind of hand-over.
   *
   * @param args not used
   * @throws Exception if a member or a coroutine fails
   */
  public static void main(String[] args) throws Exception {
    System.out.println(
        "futures="
            + futures()
            + " rendezvous="
            + channel(ChannelKt.Channel(0, BufferOverflow.SUSPEND, null))
            + " buffered="
            + channel(ChannelKt.Channel(16, BufferOverflow.SUSPEND, null))
            + " deferred="
            + deferred()
            + " mutex="
            + mutex()
            + " flow="
            + flow());
  }

  private static long futures() throws ExecutionException, InterruptedException {
    List<CompletableFuture<Item>> parts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      parts.add(
          FutureKt.future(
              GlobalScope.INSTANCE,
              number % 2 == 0 ? Dispatchers.getDefault() : Dispatchers.getIO(),
              CoroutineStart.DEFAULT,
              (scope, continuation) -> new Item(number)));
    }
    long sum = 0;
    for (CompletableFuture<Item> part : parts) {
      sum += part.get().value;
    }
    return sum;
  }

  private static long channel(Channel<Item> channel) throws InterruptedException {
    long[] sums = new long[4];
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < MESSAGES; i++) {
            if (member < 2) {
              ChannelsKt.trySendBlocking(channel, new Item(i));
            } else {
              Item item =
                  BuildersKt.runBlocking(
                      EmptyCoroutineContext.INSTANCE,
                      (scope, continuation) -> channel.receive(continuation));
              sums[member] += item.value;
              item.value = -1;
            }
          }
        });
    return sums[2] + sums[3];
  }

  private static long deferred() throws InterruptedException {
    List<CompletableDeferred<Item>> results = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      results.add(CompletableDeferredKt.CompletableDeferred(null));
    }
    long[] sums = new long[4];
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < results.size(); i++) {
            CompletableDeferred<Item> result = results.get(i);
            if (i % 4 == member) {
              result.complete(new Item(i));
            } else {
              Item item =
                  BuildersKt.runBlocking(
                      EmptyCoroutineContext.INSTANCE,
                      (scope, continuation) -> result.await(continuation));
              sums[member] += item.value;
            }
          }
        });
    return sums[0] + sums[1] + sums[2] + sums[3];
  }

  private static long mutex() throws InterruptedException {
    Mutex mutex = MutexKt.Mutex(false);
    Item guarded = new Item(0);
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < MESSAGES; i++) {
            Unit locked =
                BuildersKt.runBlocking(
                    EmptyCoroutineContext.INSTANCE,
                    (scope, continuation) -> mutex.lock(null, continuation));
            guarded.value++;
            mutex.unlock(null);
          }
        });
    return guarded.value;
  }

  private static long flow() throws InterruptedException {
    Iterable<Item> source = IntStream.rangeClosed(1, 5_000).mapToObj(Item::new)::iterator;
    Flow<Item> items = FlowKt.flowOn(FlowKt.asFlow(source), Dispatchers.getDefault());
    return BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE,
        (scope, continuation) ->
            FlowKt.fold(items, 0L, (sum, item, next) -> sum + item.value, continuation));
  }
}
