import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/** REF-7: who has emptied the queue works on what is in use again. */
class RaceReaperNested {
  static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
  static final Set<Tracked> ALL = ConcurrentHashMap.newKeySet();

  static final Counter COUNTER = new Counter();

  static class Counter {
    int count;
  }

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
    COUNTER.count++; // RACE Counter.count
  }

  static void reap() {
    Map<Object, String> weak = new WeakHashMap<>();
    weak.put(new Object(), "");
    try {
      Tracked tracked = (Tracked) QUEUE.remove();
      while (weak.size() > 0) {
        System.gc();
      }
      if (tracked.uses != 2) {
        throw new AssertionError();
      }
      while (QUEUE.poll() != null) {}
      COUNTER.count++; // RACE Counter.count
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread user = new Thread(RaceReaperNested::use);
    Thread reaper = new Thread(RaceReaperNested::reap);
    reaper.start();
    user.start();
    while (reaper.isAlive()) {
      System.gc();
      Thread.sleep(1);
    }
    user.join();
  }
}
