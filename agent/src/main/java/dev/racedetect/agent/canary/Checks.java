package dev.racedetect.agent.canary;

import dev.racedetect.agent.instrument.ClassRecord;
import dev.racedetect.agent.instrument.ClassRecords;
import dev.racedetect.runtime.hook.ClassInitHooks;
import dev.racedetect.runtime.hook.HotMethods;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives classes their access checks and takes them away. Every method begins with checks; one that
 * runs often loses them, and gets them back for a while when its turn comes. Used by the governor
 * only, between periods.
 */
final class Checks {
  private final Instrumentation instrumentation;
  private final ClassRecords records;

  /** Disarmed classes, the one that was armed longest ago first. */
  private final ArrayDeque<ClassRecord> rotation = new ArrayDeque<>();

  private int rewritten;

  Checks(Instrumentation instrumentation, ClassRecords records) {
    this.instrumentation = instrumentation;
    this.records = records;
  }

  /**
   * Disarms methods that ran often since the last call.
   *
   * @param most how many runs are not often yet
   * @param classes how many classes may be rewritten
   * @return how many were rewritten
   */
  int disarmHot(int most, int classes) {
    int[] counts = HotMethods.take();
    List<ClassRecord> changed = new ArrayList<>();
    for (ClassRecord record : records.all()) {
      if (changed.size() == classes) {
        break;
      }
      if (record.disarmHot(counts, most)) {
        changed.add(record);
        if (!rotation.contains(record)) {
          rotation.add(record);
        }
      }
    }
    return rewrite(changed);
  }

  /** Arms the class whose turn it is; false if none is disarmed. */
  boolean armNext() {
    ClassRecord next = rotation.poll();
    if (next == null) {
      return false;
    }
    next.arm();
    rewrite(List.of(next));
    return true;
  }

  /** Arms or disarms the classes given. */
  int rewrite(List<ClassRecord> changed) {
    if (changed.isEmpty()) {
      return 0;
    }
    Map<ClassRecord, Class<?>> found = new HashMap<>();
    Map<String, List<ClassRecord>> wanted = new HashMap<>();
    for (ClassRecord record : changed) {
      wanted.computeIfAbsent(record.name(), k -> new ArrayList<>()).add(record);
    }
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    if (loaded == null) {
      // The JVM ends.
      return 0;
    }
    for (Class<?> type : loaded) {
      List<ClassRecord> candidates = wanted.get(type.getName());
      if (candidates != null) {
        for (ClassRecord record : candidates) {
          if (record.isOf(type)) {
            found.put(record, type);
          }
        }
      }
    }
    for (Map.Entry<ClassRecord, Class<?>> entry : found.entrySet()) {
      if (ClassInitHooks.isInitialised(entry.getValue())) {
        entry.getKey().initialised();
      }
    }
    Class<?>[] types = found.values().toArray(new Class<?>[0]);
    try {
      instrumentation.retransformClasses(types);
    } catch (UnmodifiableClassException
        | LinkageError
        | InternalError
        | UnsupportedOperationException e) {
      if (types.length > 1) {
        for (ClassRecord record : found.keySet()) {
          rewrite(List.of(record));
        }
        return types.length;
      }
      // It stays as it is, for good.
      for (ClassRecord record : found.keySet()) {
        records.remove(record.loader(), record.name());
        rotation.remove(record);
      }
    }
    rewritten += types.length;
    return types.length;
  }

  /** How many classes were rewritten so far. */
  int rewritten() {
    return rewritten;
  }

  /** How many methods are without checks now, and how many have some or had. */
  int[] methods() {
    int[] sum = new int[2];
    for (ClassRecord record : records.all()) {
      sum[0] += record.disarmed();
      sum[1] += record.methods();
    }
    return sum;
  }

  List<ClassRecord> all() {
    return records.all();
  }
}
