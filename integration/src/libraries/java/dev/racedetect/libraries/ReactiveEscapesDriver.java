package dev.racedetect.libraries;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Mono;

/** Errors that a stream of RxJava or Reactor has no subscriber for. */
public final class ReactiveEscapesDriver {
  private ReactiveEscapesDriver() {}

  /** What the streams fail with. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Prints one line when all streams have failed.
   *
   * @param args not used
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(2);
    Completable.fromAction(
            () -> {
              throw new Lost();
            })
        .doFinally(failed::countDown)
        .subscribeOn(Schedulers.single())
        .subscribe();
    Mono.fromRunnable(
            () -> {
              throw new Lost();
            })
        .doFinally(signal -> failed.countDown())
        .subscribeOn(reactor.core.scheduler.Schedulers.single())
        .subscribe();
    failed.await();
    Schedulers.shutdown();
    reactor.core.scheduler.Schedulers.shutdownNow();
    System.out.println("failed");
  }
}
