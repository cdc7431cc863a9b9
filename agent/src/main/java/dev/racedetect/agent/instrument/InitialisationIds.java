package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ClassFacts;
import dev.racedetect.runtime.hook.ClassInitHooks;
import dev.racedetect.runtime.shadow.ClassFields;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ids under which the initialisation of classes is tracked. A class that is instrumented again,
 * because another agent has it retransformed, keeps its id: the clock of its initialisation, which
 * is over by then, is found under it.
 */
final class InitialisationIds {
  /** Guarded by this; the loader of the JVM is null. */
  private final Map<@Nullable ClassLoader, Map<String, Integer>> ids = new WeakHashMap<>();

  /**
   * The id of a class; made the first time.
   *
   * @param type the class, defined by that loader
   */
  synchronized int of(@Nullable ClassLoader loader, ClassFacts type) {
    return ids.computeIfAbsent(loader, l -> new HashMap<>())
        .computeIfAbsent(type.name(), name -> register(type));
  }

  private static int register(ClassFacts type) {
    int id = ClassInitHooks.register(!type.isInterface() || type.hasDefaultMethod());
    ClassFields.initialiser(type.name().replace('/', '.'), id);
    return id;
  }
}
