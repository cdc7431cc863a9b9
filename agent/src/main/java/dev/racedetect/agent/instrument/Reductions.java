package dev.racedetect.agent.instrument;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * How much less of a class's methods is instrumented because the class file would exceed its limits
 * (JVMS 4.1, 4.7.3). Its shadow members are added whatever happens to methods: other classes call
 * them.
 */
final class Reductions {
  /** A method with more array accesses than this is one that fills tables. */
  private static final int FEW_ARRAY_ACCESSES = 32;

  private final Map<String, Level> single = new HashMap<>();

  /** What was last asked for. */
  private final Map<String, Level> used = new HashMap<>();

  private int mostArrayAccesses = Integer.MAX_VALUE;
  private Level all = Level.FULL;

  /**
   * The level of a method.
   *
   * @param method its name and descriptor
   * @param arrayAccesses how many accesses to arrays it has
   */
  Level of(String method, int arrayAccesses) {
    Level level = arrayAccesses > mostArrayAccesses ? Level.SYNCHRONISATION : Level.FULL;
    level = lower(lower(level, all), single.getOrDefault(method, Level.FULL));
    used.put(method, level);
    return level;
  }

  private static Level lower(Level one, Level other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** A method has no room for its checks beside the form without. */
  void withoutChecks(String method) {
    single.put(method, Level.SYNCHRONISATION);
    used.put(method, Level.SYNCHRONISATION);
  }

  /**
   * Takes one method down a level.
   *
   * @throws MethodTooLargeException if nothing is left to leave out
   */
  void lower(MethodTooLargeException e) {
    String method = e.getMethodName() + e.getDescriptor();
    Level level = used.getOrDefault(method, Level.NONE);
    if (level == Level.NONE) {
      throw e;
    }
    single.put(method, level.below());
  }

  /**
   * Takes first the methods that fill tables down a level, whose sites are the most constants, and
   * then all.
   *
   * @throws ClassTooLargeException if nothing is left to leave out
   */
  void lower(ClassTooLargeException e) {
    if (mostArrayAccesses == Integer.MAX_VALUE) {
      mostArrayAccesses = FEW_ARRAY_ACCESSES;
    } else if (all != Level.NONE) {
      all = all.below();
    } else {
      throw e;
    }
  }

  /** How many methods have lost something. */
  int count() {
    int count = 0;
    for (Level level : used.values()) {
      if (level != Level.FULL) {
        count++;
      }
    }
    return count;
  }
}
