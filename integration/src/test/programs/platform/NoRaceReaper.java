import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** REF-2, REF-7: who takes a reference of a collected object out of its queue comes after its use. */
class NoRaceReaper {
  static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
  static final Set<Tracked> ALL = ConcurrentHashMap.newKeySet();

  static class Tracked extends PhantomReference<Object> {
    int uses;

    Tracked(Object referent) {
      super(referent, QUEUE);
      ALL.add(this);
    }
  }

  static void use() {
    Object object = new Object();
    Tracked tracked = new Tracked(object);
    tracked.uses++;
    tracked.uses++;
    java.lang.ref.Reference.reachabilityFence(object);
  }

  public static void main(String[] args) throws Exception {
    Thread user = new Thread(NoRaceReaper::use);
    Thread reaper =
        new Thread(
            () -> {
              try {
                Tracked tracked = (Tracked) QUEUE.remove();
                if (tracked.uses != 2) {
                  throw new AssertionError();
                }
                tracked.uses = 0;
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    reaper.start();
    user.start();
    while (reaper.isAlive()) {
      System.gc();
      Thread.sleep(1);
    }
    user.join();
  }
}
