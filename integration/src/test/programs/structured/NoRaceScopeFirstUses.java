import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.ReentrantReadWriteLock;

// PREVIEW 25

/**
 * SC-1: what the owner uses for the first time after it has opened the scope is looked for by the
 * detector then. The JVM compares the owner's scoped values with those at the opening.
 */
class NoRaceScopeFirstUses {
  static final ScopedValue<String> NAME = ScopedValue.newInstance();

  static class Cell {
    static int shared;
    int plain;
    volatile int ready;
    volatile int counted;
    long[] words = new long[4];
    final Object lock = new Object();
  }

  static class Sub extends Cell {
    String text = "";
  }

  static class Handles {
    static final VarHandle PLAIN;
    static final VarHandle SHARED;
    static final AtomicIntegerFieldUpdater<Cell> COUNTED =
        AtomicIntegerFieldUpdater.newUpdater(Cell.class, "counted");

    static {
      try {
        PLAIN = MethodHandles.lookup().findVarHandle(Cell.class, "plain", int.class);
        SHARED = MethodHandles.lookup().findStaticVarHandle(Cell.class, "shared", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  static int uses() throws Exception {
    Sub cell = new Sub();
    cell.plain++;
    cell.ready = cell.plain;
    cell.words[1] = cell.ready;
    cell.text += cell.words[1];
    synchronized (cell.lock) {
      cell.plain++;
    }
    synchronized (cell) {
      cell.plain++;
    }
    Handles.PLAIN.setVolatile(cell, 5);
    Handles.SHARED.compareAndSet(1, 2);
    Handles.COUNTED.incrementAndGet(cell);
    Map<String, Cell> map = new HashMap<>(Map.of("a", cell));
    map.putAll(new ConcurrentHashMap<>(map));
    map.putAll(new ConcurrentSkipListMap<>(map));
    List<Cell> list = new ArrayList<>(map.values());
    new ReentrantReadWriteLock().writeLock().lock();
    Cell.class.getDeclaredField("plain").setInt(cell, 7);
    CompletableFuture.supplyAsync(() -> 1).thenApply(x -> x + 1).join();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.submit(() -> list.size()).get();
    }
    return list.get(0).plain;
  }

  static void fork(String expected) throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      uses();
      var asked = scope.fork(() -> NAME.orElse("none"));
      scope.join();
      if (!asked.get().equals(expected)) {
        throw new AssertionError(asked.get());
      }
    }
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      ScopedValue.where(NAME, "bound").call(() -> again("bound"));
    }
    fork("none");
  }

  private static Object again(String expected) throws Exception {
    fork(expected);
    return null;
  }
}
