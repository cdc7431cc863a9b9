import java.util.concurrent.atomic.AtomicReference;

/** AT-4: getAndSet takes an object out, so that only one thread has it. */
class NoRaceReferenceTaken {
  static class Box {
    int value;
  }

  static final AtomicReference<Box> A = new AtomicReference<>(new Box());

  static void work() {
    Box box;
    while ((box = A.getAndSet(null)) == null) {
      Thread.onSpinWait();
    }
    box.value++;
    A.set(box);
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (A.get().value != 2) {
      throw new AssertionError();
    }
  }
}
