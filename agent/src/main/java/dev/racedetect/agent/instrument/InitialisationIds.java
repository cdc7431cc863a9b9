package dev.racedetect.agent.instrument;

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
   * @param name internal name
   */
  synchronized int of(@Nullable ClassLoader loader, String name) {
    return ids.computeIfAbsent(loader, l -> new HashMap<>())
        .computeIfAbsent(name, InitialisationIds::register);
  }

  private static int register(String name) {
    int id = ClassInitHooks.register();
    ClassFields.initialiser(name.replace('/', '.'), id);
    return id;
  }
}
