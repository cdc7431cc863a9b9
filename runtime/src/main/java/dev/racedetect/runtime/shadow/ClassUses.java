package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.hook.ClassInitHooks;
import dev.racedetect.runtime.thread.ThreadState;

/** Uses of a class that no instruction shows: an edge from the end of its initialisation. */
public final class ClassUses {
  private ClassUses() {}

  /** Ids of the clocks of a class's initialisation; several if loaders share the name. */
  public static int[] ids(Class<?> type) {
    return ClassFields.initialisers(ClassFields.name(type));
  }

  /** The same by the class's binary name. */
  public static int[] ids(String className) {
    return ClassFields.initialisers(className);
  }

  /** After a use that required the class to be initialised (JLS 12.4.2). */
  public static void acquire(Class<?> used, ThreadState thread) {
    for (int id : FieldOffsets.of(used).initialisers()) {
      ClassInitHooks.acquire(id, thread);
    }
  }
}
