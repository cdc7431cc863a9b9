import java.util.concurrent.CountDownLatch;

/** REF-7: what happens after the collection is not ordered before the finalizer. */
class RaceFinalizer {
  static final CountDownLatch FINALIZED = new CountDownLatch(1);
  static int x;

  static class Resource {
    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      x++;
      FINALIZED.countDown();
      x++; // RACE x
    }
  }

  static void make() {
    new Resource();
  }

  public static void main(String[] args) throws Exception {
    Thread maker = new Thread(RaceFinalizer::make);
    maker.start();
    maker.join();
    while (FINALIZED.getCount() > 0) {
      System.gc();
      Thread.sleep(1);
    }
    Thread.sleep(20);
    x++; // RACE x
  }
}
