import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;

/** REF-5, REF-7: a cleaning action sees what was done while its object was reachable. */
class NoRaceCleaner {
  static final CountDownLatch CLEANED = new CountDownLatch(1);
  static final Cleaner CLEANER = Cleaner.create();

  static class State implements Runnable {
    int handle;
    boolean open;

    @Override
    public void run() {
      if (open) {
        handle = 0;
        open = false;
      }
      CLEANED.countDown();
    }
  }

  static class Resource {
    private final State state = new State();

    Resource() {
      CLEANER.register(this, state);
    }

    void open() {
      state.handle = 7;
      state.open = true;
    }
  }

  static void use() {
    new Resource().open();
  }

  public static void main(String[] args) throws Exception {
    Thread user = new Thread(NoRaceCleaner::use);
    user.start();
    while (CLEANED.getCount() > 0) {
      System.gc();
      Thread.sleep(1);
    }
    user.join();
  }
}
