package threads;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/**
 * Memory and time of many virtual threads that are alive at the same moment.
 *
 * <p>Each thread writes its own cell, says that it is there, waits until all are, and writes its
 * cell once more. Sizes are taken before the first thread and while all are parked. Free of data
 * races: the cells are handed to the threads by their start and handed back by join.
 *
 * <pre>
 * usage: java threads.LiveThreads [COUNT]      needs Java 21
 * </pre>
 */
public final class LiveThreads {
  /** What one thread owns. */
  private static final class Cell implements Runnable {
    private final CountDownLatch arrived;
    private final CountDownLatch release;
    private long value;

    Cell(CountDownLatch arrived, CountDownLatch release) {
      this.arrived = arrived;
      this.release = release;
    }

    @Override
    public void run() {
      value++;
      arrived.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      value++;
    }
  }

  /**
   * Starts the threads and prints one line of figures.
   *
   * @param args the number of threads, 200,000 if absent
   * @throws Exception if this is no Java 21, or if interrupted
   */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    ThreadFactory factory = virtualThreads();
    CountDownLatch arrived = new CountDownLatch(count);
    CountDownLatch release = new CountDownLatch(1);
    List<Cell> cells = new ArrayList<>(count);
    List<Thread> threads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(new Cell(arrived, release));
    }
    long heapBefore = heapInUse();
    long residentBefore = resident();
    long t0 = System.nanoTime();
    for (Cell cell : cells) {
      Thread t = factory.newThread(cell);
      threads.add(t);
      t.start();
    }
    arrived.await();
    long t1 = System.nanoTime();
    awaitParked(threads);
    long heap = heapInUse() - heapBefore;
    long resident = resident() - residentBefore;
    long t2 = System.nanoTime();
    release.countDown();
    for (Thread t : threads) {
      t.join();
    }
    long t3 = System.nanoTime();
    long sum = 0;
    for (Cell cell : cells) {
      sum += cell.value;
    }
    System.out.printf(
        "live=%d sum=%d heap=%d resident=%d start_ms=%d end_ms=%d%n",
        count, sum, heap, resident, (t1 - t0) / 1_000_000, (t3 - t2) / 1_000_000);
  }

  /**
   * Waits until no thread is on its way to its park any more: a running one has its stack
   * elsewhere.
   */
  private static void awaitParked(List<Thread> threads) throws InterruptedException {
    for (Thread t : threads) {
      while (t.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  /** {@code Thread.ofVirtual().factory()}, by reflection so that this compiles for Java 17. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
    return (ThreadFactory) factory.invoke(builder);
  }

  /** Bytes of live heap, after collections. */
  private static long heapInUse() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }

  /** Bytes of resident memory of this process, 0 where /proc is missing. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }

  private LiveThreads() {}
}
