package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;

/** The variables of one trace: instance fields, a static field, array elements. */
final class Variables {
  private static final int[] ELEMENTS = {0, 1, 127, 128};

  static final int COUNT = 3 + ELEMENTS.length;

  private final Subject object = new Subject.Heir();
  private final Object array = new int[129];

  Variables() {
    Subject.reset();
  }

  boolean read(int variable, ThreadState thread) {
    return switch (variable) {
      case 0 -> FieldShadows.read(object, Subject.X, thread, 1, 1);
      case 1 -> FieldShadows.read(object, Subject.Y, thread, 1, 2);
      case 2 -> FieldShadows.read(Subject.class, Subject.S, thread, 1, 3);
      default -> ArrayShadows.read(array, ELEMENTS[variable - 3], thread, 1, 4);
    };
  }

  boolean write(int variable, ThreadState thread) {
    return switch (variable) {
      case 0 -> FieldShadows.write(object, Subject.X, thread, 1, 5);
      case 1 -> FieldShadows.write(object, Subject.Y, thread, 1, 6);
      case 2 -> FieldShadows.write(Subject.class, Subject.S, thread, 1, 7);
      default -> ArrayShadows.write(array, ELEMENTS[variable - 3], thread, 1, 8);
    };
  }
}
