import java.util.concurrent.atomic.AtomicInteger;

/** AT-4: an atomic that is only called by method references. */
class NoRaceMethodReference {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    java.util.function.IntSupplier get = A::get;
    java.util.function.IntConsumer set = A::set;
    Thread reader =
        new Thread(
            () -> {
              while (get.getAsInt() == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    set.accept(1);
    reader.join();
  }
}
