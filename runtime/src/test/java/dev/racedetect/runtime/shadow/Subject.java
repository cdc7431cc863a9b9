package dev.racedetect.runtime.shadow;

/** A class as it looks after instrumentation: each field with its injected shadow state. */
@SuppressWarnings("checkstyle:MemberName")
class Subject {
  static final int X = field("x", false);
  static final int Y = field("y", false);
  static final int S = field("s", true);

  int x;
  long $rd$w$x;
  long $rd$r$x;
  Object $rd$s$x;

  int y;
  long $rd$w$y;
  long $rd$r$y;
  Object $rd$s$y;

  static int s;
  static long $rd$w$s;
  static long $rd$r$s;
  static Object $rd$s$s;

  private static int field(String name, boolean isStatic) {
    return ShadowFields.register(Subject.class.getName(), name, name, isStatic, false);
  }

  /** Forgets all accesses to the static field. */
  static void reset() {
    $rd$w$s = 0;
    $rd$r$s = 0;
    $rd$s$s = null;
  }

  /** An heir: the shadow state of an inherited field lies in the superclass. */
  static final class Heir extends Subject {}
}
