import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

/** FU-6: an updater called through method references. */
class NoRaceUpdaterMethodReference {
  static final AtomicIntegerFieldUpdater<NoRaceUpdaterMethodReference> FLAG =
      AtomicIntegerFieldUpdater.newUpdater(NoRaceUpdaterMethodReference.class, "flag");
  static final ObjIntConsumer<NoRaceUpdaterMethodReference> SET = FLAG::set;
  static final ToIntFunction<NoRaceUpdaterMethodReference> GET = FLAG::get;

  volatile int flag;
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceUpdaterMethodReference o = new NoRaceUpdaterMethodReference();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              SET.accept(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (GET.applyAsInt(o) == 0) {
                Thread.onSpinWait();
              }
              if (o.x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
