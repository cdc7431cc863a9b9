package dev.racedetect.agent.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The records of all classes that may be instrumented again, as long as their loaders live. */
public final class ClassRecords {
  /** Stands for the loader of the JVM. */
  private static final ClassLoader NONE = new ClassLoader(null) {};

  /** Guarded by this. */
  private final Map<ClassLoader, Map<String, ClassRecord>> records = new WeakHashMap<>();

  /** Makes an empty table. */
  public ClassRecords() {}

  /**
   * The record of a class.
   *
   * @param name binary name
   * @param again whether the class is loaded already
   * @return null if it is, and has no record
   */
  public synchronized @Nullable ClassRecord of(
      @Nullable ClassLoader loader, String name, boolean again) {
    ClassLoader key = loader == null ? NONE : loader;
    if (again) {
      Map<String, ClassRecord> known = records.get(key);
      return known == null ? null : known.get(name);
    }
    ClassRecord fresh = new ClassRecord(name, loader);
    records.computeIfAbsent(key, k -> new HashMap<>()).put(name, fresh);
    return fresh;
  }

  /** Forgets a class: it stays as it is. */
  public synchronized void remove(@Nullable ClassLoader loader, String name) {
    Map<String, ClassRecord> known = records.get(loader == null ? NONE : loader);
    if (known != null) {
      known.remove(name);
    }
  }

  /** All records. */
  public synchronized List<ClassRecord> all() {
    List<ClassRecord> all = new ArrayList<>();
    for (Map<String, ClassRecord> classes : records.values()) {
      all.addAll(classes.values());
    }
    return all;
  }
}
