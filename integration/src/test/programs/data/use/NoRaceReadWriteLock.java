import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** C2: a map under a readers-writer lock, with values replaced and iterated. */
class NoRaceReadWriteLock {
  private static final ReadWriteLock lock = new ReentrantReadWriteLock();
  private static final Map<Integer, Integer> map = new HashMap<>();

  private static void work() {
    for (int i = 0; i < 200; i++) {
      if (i % 10 == 0) {
        lock.writeLock().lock();
        try {
          map.merge(i % 40, 1, Integer::sum);
        } finally {
          lock.writeLock().unlock();
        }
      } else {
        lock.readLock().lock();
        try {
          int sum = map.getOrDefault(i % 40, 0);
          for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            sum += entry.getValue();
          }
        } finally {
          lock.readLock().unlock();
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(NoRaceReadWriteLock::work);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
