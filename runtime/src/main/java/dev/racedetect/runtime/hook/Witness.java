package dev.racedetect.runtime.hook;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Tells from the value that a compare-and-exchange has found whether it has written. */
public final class Witness {
  private Witness() {}

  /** For {@code int} and the smaller types. */
  public static boolean same(int witness, int expected) {
    return witness == expected;
  }

  /** For {@code long}. */
  public static boolean same(long witness, long expected) {
    return witness == expected;
  }

  /** For {@code float}: bitwise. */
  public static boolean same(float witness, float expected) {
    return Float.floatToRawIntBits(witness) == Float.floatToRawIntBits(expected);
  }

  /** For {@code double}: bitwise. */
  public static boolean same(double witness, double expected) {
    return Double.doubleToRawLongBits(witness) == Double.doubleToRawLongBits(expected);
  }

  /**
   * For references. A primitive that was passed through a variable handle as an object comes back
   * as another one: then it counts as written, which may hide a race.
   *
   * @param through what the access was made through
   */
  public static boolean same(
      @Nullable Object witness, @Nullable Object expected, @Nullable Object through) {
    return witness == expected
        || through instanceof VarHandle handle && handle.varType().isPrimitive();
  }
}
