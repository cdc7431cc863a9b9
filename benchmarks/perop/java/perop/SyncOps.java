package perop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Locks, atomics, volatile fields, queues and maps, all uncontended. */
final class SyncOps {
  private static final int COUNT = 1000;
  private static final int LOCKS = 4096;
  private static final int KEYS = 1024;

  /** What is handed over a queue. */
  private record Item(long value) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
  private final Object monitor = new Object();
  private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
  private final AtomicLong atomic = new AtomicLong();
  private final ArrayBlockingQueue<Item> queue = new ArrayBlockingQueue<>(1);
  private final Map<Long, Long> map = new HashMap<>();
  private final Map<Long, Long> concurrentMap = new ConcurrentHashMap<>();
  private final Long[] keys = new Long[KEYS];
  private volatile long flag;
  private long guarded;

  SyncOps() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
    for (int i = 0; i < KEYS; i++) {
      keys[i] = (long) i;
      map.put(keys[i], keys[i]);
      concurrentMap.put(keys[i], keys[i]);
    }
  }

  void measure(Harness harness) throws Exception {
    harness.measure("lock-unlock", COUNT, this::lock);
    harness.measure("lock-write-unlock", COUNT, this::lockAndWrite);
    harness.measure("lock-unlock-4096", LOCKS, this::lockMany);
    harness.measure("monitor", COUNT, this::monitor);
    harness.measure("rlock-runlock", COUNT, this::readLock);
    harness.measure("atomic-add", COUNT, this::add);
    harness.measure("atomic-load", COUNT, this::load);
    harness.measure("volatile-read", COUNT, this::volatileRead);
    harness.measure("volatile-write-read", COUNT, this::volatileWriteAndRead);
    harness.measure("chan-send-recv", COUNT, this::putAndTake);
    harness.measure("map-read", KEYS, () -> read(map));
    harness.measure("concurrent-map-read", KEYS, () -> read(concurrentMap));
  }

  private long lock() {
    for (int i = 0; i < COUNT; i++) {
      lock.lock();
      lock.unlock();
    }
    return 0;
  }

  private long lockAndWrite() {
    for (int i = 0; i < COUNT; i++) {
      lock.lock();
      guarded++;
      lock.unlock();
    }
    return 0;
  }

  private long lockMany() {
    for (int i = 0; i < LOCKS; i++) {
      ReentrantLock l = locks[i * 17 & (LOCKS - 1)];
      l.lock();
      l.unlock();
    }
    return 0;
  }

  private long monitor() {
    for (int i = 0; i < COUNT; i++) {
      synchronized (monitor) {
        guarded++;
      }
    }
    return 0;
  }

  private long readLock() {
    ReentrantReadWriteLock.ReadLock readLock = readWriteLock.readLock();
    for (int i = 0; i < COUNT; i++) {
      readLock.lock();
      readLock.unlock();
    }
    return 0;
  }

  private long add() {
    for (int i = 0; i < COUNT; i++) {
      atomic.getAndAdd(1);
    }
    return 0;
  }

  private long load() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += atomic.get();
    }
    return sum;
  }

  private long volatileRead() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += flag;
    }
    return sum;
  }

  /** The read keeps the compiler from dropping the fences between writes that follow each other. */
  private long volatileWriteAndRead() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      flag = i;
      sum += flag;
    }
    return sum;
  }

  private long putAndTake() throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      queue.put(new Item(i));
      sum += queue.take().value();
    }
    return sum;
  }

  private long read(Map<Long, Long> from) {
    long sum = 0;
    for (Long key : keys) {
      sum += from.get(key);
    }
    return sum;
  }
}
