import java.util.concurrent.CountDownLatch;

/** REF-1, REF-7: a finalizer sees what was done to its object while that was reachable. */
class NoRaceFinalizer {
  static final CountDownLatch FINALIZED = new CountDownLatch(1);

  static class Resource {
    int[] cells = new int[4];
    int uses;

    void use() {
      uses++;
      cells[uses & 3]++;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      uses = -uses;
      cells[0] = 0;
      FINALIZED.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread user =
        new Thread(
            () -> {
              Resource resource = new Resource();
              resource.use();
              resource.use();
            });
    user.start();
    while (FINALIZED.getCount() > 0) {
      System.gc();
      Thread.sleep(1);
    }
    user.join();
  }
}
