package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;

/** The variables of one trace: instance fields, a static field, array elements. */
final class Variables {
  /** The last chunk of the array is too small for states; the others of it are compressed. */
  private static final int[] ELEMENTS = {0, 1, 127, 128};

  /** So many different histories that their chunk gives each element words of its own. */
  private static final int[] CROWDED = {0, 3, 5, 8, 9};

  static final int COUNT = 3 + ELEMENTS.length + CROWDED.length;

  private final Subject object = new Subject.Heir();
  private final Object array = new int[129];
  private final Object crowded = new int[10];

  Variables() {
    Subject.reset();
  }

  boolean read(int variable, ThreadState thread) {
    return switch (variable) {
      case 0 -> FieldShadows.read(object, Subject.X, thread, 1, 1);
      case 1 -> FieldShadows.read(object, Subject.Y, thread, 1, 2);
      case 2 -> FieldShadows.read(Subject.class, Subject.S, thread, 1, 3);
      default -> ArrayShadows.read(array(variable), index(variable), thread, 1, 4);
    };
  }

  boolean write(int variable, ThreadState thread) {
    return switch (variable) {
      case 0 -> FieldShadows.write(object, Subject.X, thread, 1, 5);
      case 1 -> FieldShadows.write(object, Subject.Y, thread, 1, 6);
      case 2 -> FieldShadows.write(Subject.class, Subject.S, thread, 1, 7);
      default -> ArrayShadows.write(array(variable), index(variable), thread, 1, 8);
    };
  }

  private Object array(int variable) {
    return variable < 3 + ELEMENTS.length ? array : crowded;
  }

  private static int index(int variable) {
    int element = variable - 3;
    return element < ELEMENTS.length ? ELEMENTS[element] : CROWDED[element - ELEMENTS.length];
  }
}
