import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicStampedReference;

/** AM-1, AM-3: whoever reads the pair comes after whoever set it. */
class NoRaceStampedReference {

  public static void main(String[] args) throws Exception {
    AtomicStampedReference<int[]> stamped = new AtomicStampedReference<>(null, 0);
    AtomicMarkableReference<int[]> marked = new AtomicMarkableReference<>(null, false);
    Thread first =
        new Thread(
            () -> {
              int[] a = {1};
              stamped.compareAndSet(null, a, 0, 1);
              int[] b = {1};
              marked.set(b, true);
            });
    first.start();
    int[] stamp = new int[1];
    while (stamped.get(stamp) == null) {
      Thread.onSpinWait();
    }
    stamped.getReference()[0]++;
    while (!marked.isMarked()) {
      Thread.onSpinWait();
    }
    marked.getReference()[0]++;
    first.join();
  }
}
