package dev.racedetect.libraries;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.FlowableProcessor;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.ReplaySubject;
import java.util.concurrent.TimeUnit;

/** RxJava operators that hand elements from thread to thread. */
public final class RxJavaDriver {
  private RxJavaDriver() {}

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
            + " observeOn="
            + observeOn()
            + " zip="
            + zip()
            + " timed="
            + timed()
            + " processor="
            + processor()
            + " replay="
            + replay());
    Schedulers.shutdown();
  }

  private static long parallel() {
    return Flowable.range(1, 20_000)
        .map(Item::new)
        .parallel(4)
        .runOn(Schedulers.computation())
        .map(item -> new Item(item.value * 2))
        .filter(item -> item.value % 3 == 0)
        .sequential()
        .reduce(0L, (sum, item) -> sum + item.value)
        .blockingGet();
  }

  private static long flatMap() {
    return Flowable.range(1, 200)
        .flatMap(
            outer ->
                Flowable.range(1, 20)
                    .map(inner -> new Item((long) outer * inner))
                    .subscribeOn(Schedulers.io()),
            8)
        .reduce(0L, (sum, item) -> sum + item.value)
        .blockingGet();
  }

  private static long observeOn() {
    return Observable.range(1, 10_000)
        .map(Item::new)
        .observeOn(Schedulers.computation())
        .groupBy(item -> item.value % 4)
        .flatMap(group -> group.observeOn(Schedulers.single()).map(item -> item.value + 1))
        .reduce(0L, Long::sum)
        .blockingGet();
  }

  private static long zip() {
    Flowable<Item> left = Flowable.range(1, 5_000).map(Item::new).subscribeOn(Schedulers.io());
    Flowable<Item> right =
        Flowable.range(1, 5_000).map(Item::new).subscribeOn(Schedulers.computation());
    return Flowable.zip(left, right, (a, b) -> a.value * b.value)
        .reduce(0L, Long::sum)
        .blockingGet();
  }

  private static long timed() {
    return Observable.interval(2, TimeUnit.MILLISECONDS)
        .take(30)
        .map(Item::new)
        .concatMapSingle(item -> Single.timer(1, TimeUnit.MILLISECONDS).map(ignored -> item.value))
        .reduce(0L, Long::sum)
        .blockingGet();
  }

  private static long processor() throws InterruptedException {
    FlowableProcessor<Item> processor = PublishProcessor.<Item>create().toSerialized();
    Single<Long> sum =
        processor
            .onBackpressureBuffer()
            .observeOn(Schedulers.computation())
            .reduce(0L, (total, item) -> total + item.value)
            .cache();
    Disposable subscription = sum.subscribe();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < 2_000; i++) {
            processor.onNext(new Item(i));
          }
        });
    processor.onComplete();
    long total = sum.blockingGet();
    subscription.dispose();
    return total;
  }

  private static long replay() throws InterruptedException {
    ReplaySubject<Item> subject = ReplaySubject.create();
    long[] sums = new long[4];
    Crew.run(
        4,
        member -> {
          if (member == 0) {
            for (int i = 0; i < 3_000; i++) {
              subject.onNext(new Item(i));
            }
            subject.onComplete();
          } else {
            sums[member] = subject.reduce(0L, (sum, item) -> sum + item.value).blockingGet();
          }
        });
    return sums[1] + sums[2] + sums[3];
  }
}
