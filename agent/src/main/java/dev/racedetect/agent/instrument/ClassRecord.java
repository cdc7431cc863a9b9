package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.HotMethods;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has to stay the same when a class is instrumented again, and which of its methods are
 * disarmed then: they keep the hooks of synchronisation and lose those of accesses. Guarded by
 * itself.
 */
public final class ClassRecord {
  private final String name;
  private final WeakReference<ClassLoader> loader;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Level> levels = new HashMap<>();
  private final Set<String> disarmed = new HashSet<>();

  /** Methods that count, and their ids. */
  private final List<String> methods = new ArrayList<>();

  private final List<Integer> methodIds = new ArrayList<>();

  private boolean initialised;

  ClassRecord(String name, @Nullable ClassLoader loader) {
    this.name = name;
    this.loader = new WeakReference<>(loader);
  }

  /** Binary name of the class. */
  public String name() {
    return name;
  }

  /** Whether this is the record of a class. */
  public boolean isOf(Class<?> type) {
    return loader.get() == type.getClassLoader() && name.equals(type.getName());
  }

  /** The loader; null for that of the JVM, or if it is gone. */
  public @Nullable ClassLoader loader() {
    return loader.get();
  }

  /** An id that is made the first time only. */
  synchronized int id(String what, IntSupplier fresh) {
    Integer known = ids.get(what);
    if (known == null) {
      known = fresh.getAsInt();
      ids.put(what, known);
    }
    return known;
  }

  /** The levels that methods had to be taken down to, by name and descriptor; to be changed. */
  Map<String, Level> levels() {
    return levels;
  }

  /** The id under which runs of a method are counted. */
  synchronized int counted(String method) {
    int at = methods.indexOf(method);
    if (at >= 0) {
      return methodIds.get(at);
    }
    int id = HotMethods.register();
    methods.add(method);
    methodIds.add(id);
    return id;
  }

  /**
   * Disarms the methods that ran often.
   *
   * @param counts runs by method id
   * @param most how many runs are not often yet
   * @return whether there were any that had not been disarmed
   */
  public synchronized boolean disarmHot(int[] counts, int most) {
    boolean any = false;
    for (int i = 0; i < methodIds.size(); i++) {
      int id = methodIds.get(i);
      any |= id < counts.length && counts[id] > most && disarmed.add(methods.get(i));
    }
    return any;
  }

  /** Arms all methods. */
  public synchronized void arm() {
    disarmed.clear();
  }

  /** Disarms all methods. */
  public synchronized void disarm() {
    disarmed.addAll(methods);
  }

  /** How many methods are disarmed. */
  public synchronized int disarmed() {
    return disarmed.size();
  }

  /** How many methods have checks to lose. */
  public synchronized int methods() {
    return methods.size();
  }

  synchronized boolean isDisarmed(String method) {
    return disarmed.contains(method);
  }

  /**
   * Notes that the class was initialised before the present sampling period: whoever uses it comes
   * after that anyhow, by the period.
   */
  public synchronized void initialised() {
    initialised = true;
  }

  synchronized boolean isInitialised() {
    return initialised;
  }
}
