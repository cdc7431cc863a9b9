/** MON-5: join waits on the thread itself, and so gives up its monitor if the caller holds it. */
class NoRaceJoinInMonitor {
  static class Worker extends Thread {
    int order;
    int result;

    @Override
    public void run() {
      synchronized (this) {
        result = order + 1;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Worker unlimited = new Worker();
    synchronized (unlimited) {
      unlimited.start();
      unlimited.order = 1;
      unlimited.join();
    }
    Worker limited = new Worker();
    synchronized (limited) {
      limited.start();
      limited.order = 1;
      while (limited.result == 0) {
        limited.join(10);
      }
    }
    if (unlimited.result != 2 || limited.result != 2) {
      throw new AssertionError();
    }
  }
}
