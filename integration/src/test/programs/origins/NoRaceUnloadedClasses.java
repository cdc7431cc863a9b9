import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** 12.7: a redeployed application is unloaded; nothing that is known of it keeps it. */
class NoRaceUnloadedClasses {
  static class Isolating extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith("NoRaceUnloadedClasses$Work")) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      try (InputStream in = NoRaceUnloadedClasses.class.getResourceAsStream(name + ".class")) {
        byte[] b = in.readAllBytes();
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static class Work implements Runnable {
    static final Map<Object, Object> KNOWN = new HashMap<>();
    final List<Object> list = new ArrayList<>();
    final ReentrantLock lock = new ReentrantLock();
    volatile int done;
    int sum;

    @Override
    public void run() {
      try {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 10; i++) {
          int n = i;
          pool.submit(() -> add(n));
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
          throw new AssertionError();
        }
        Thread thread = new Thread(() -> add(10));
        thread.start();
        thread.join();
        LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();
        queue.put(this);
        queue.take();
        int[] array = new int[1000];
        for (int i = 0; i < array.length; i++) {
          array[i] += i;
        }
        CompletableFuture.supplyAsync(() -> array[1]).thenApply(x -> x + sum).join();
        synchronized (Work.class) {
          done = sum;
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private void add(int n) {
      lock.lock();
      try {
        sum += n;
        list.add(this);
        KNOWN.put(n, this);
      } finally {
        lock.unlock();
      }
    }
  }

  static WeakReference<ClassLoader> deploy() throws Exception {
    ClassLoader loader = new Isolating();
    Class<?> work = loader.loadClass(Work.class.getName());
    if (work == Work.class) {
      throw new AssertionError();
    }
    ((Runnable) work.getDeclaredConstructor().newInstance()).run();
    return new WeakReference<>(loader);
  }

  public static void main(String[] args) throws Exception {
    WeakReference<ClassLoader> deployed = deploy();
    for (int i = 0; deployed.get() != null; i++) {
      if (i == 100) {
        throw new AssertionError("still loaded");
      }
      System.gc();
      Thread.sleep(20);
    }
  }
}
