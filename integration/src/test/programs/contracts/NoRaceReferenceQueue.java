import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** REF-3: enqueueing is ordered before the removal. */
class NoRaceReferenceQueue {
  static int x;

  public static void main(String[] args) throws Exception {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    Object referent = new Object();
    WeakReference<Object> reference = new WeakReference<>(referent, queue);
    Thread first =
        new Thread(
            () -> {
              x = 1;
              reference.enqueue();
            });
    first.start();
    queue.remove();
    x++;
    first.join();
    Reference.reachabilityFence(referent);
  }
}
