import java.util.concurrent.atomic.AtomicReference;

/** AT-2: an object through an AtomicReference. */
class NoRaceReference {
  static class Box {
    int value;
  }

  static final AtomicReference<Box> A = new AtomicReference<>();

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Box box;
              while ((box = A.get()) == null) {
                Thread.onSpinWait();
              }
              box.value++;
            });
    reader.start();
    Box box = new Box();
    box.value = 1;
    A.set(box);
    reader.join();
  }
}
