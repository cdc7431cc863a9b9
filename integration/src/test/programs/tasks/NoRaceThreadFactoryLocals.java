import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/** EX-24: what a thread inherits is copied by the application's code, whose locks count. */
class NoRaceThreadFactoryLocals {
  static final ReentrantLock lock = new ReentrantLock();
  static int copies;

  static final InheritableThreadLocal<Integer> local =
      new InheritableThreadLocal<>() {
        @Override
        protected Integer childValue(Integer parent) {
          lock.lock();
          try {
            copies++;
            return parent;
          } finally {
            lock.unlock();
          }
        }
      };

  public static void main(String[] args) throws Exception {
    ThreadFactory factory = Executors.defaultThreadFactory();
    Runnable make =
        () -> {
          local.set(1);
          factory.newThread(() -> {});
        };
    Thread first = new Thread(make);
    Thread second = new Thread(make);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
