package dev.racedetect.runtime.shadow;

/** All fields with shadow state, by the dense id that the emitted code carries. */
public final class ShadowFields {
  /** Replaced under the class lock when it grows. */
  private static volatile ShadowField[] fields = new ShadowField[1024];

  /** Guarded by the class lock. */
  private static int count;

  private ShadowFields() {}

  /**
   * Registers a field of a class that is being instrumented.
   *
   * @param className binary name of the declaring class
   * @param name the field's name, as reported
   * @param key what distinguishes it within its class in the names of injected members
   * @param reference whether its type is a class or array
   * @return the id that emitted code passes to the hooks
   */
  public static synchronized int register(
      String className, String name, String key, boolean isStatic, boolean reference) {
    if (count == fields.length) {
      ShadowField[] wider = new ShadowField[count * 2];
      System.arraycopy(fields, 0, wider, 0, count);
      fields = wider;
    }
    fields[count] = new ShadowField(className, name, key, isStatic, reference);
    return count++;
  }

  /**
   * Tells how a field is declared, for reports.
   *
   * @param id what {@link #register} returned
   * @param access its access flags
   * @param descriptor its descriptor
   */
  public static void declare(int id, int access, String descriptor) {
    get(id).declared(access, descriptor);
  }

  /** How many fields are registered. */
  static synchronized int count() {
    return count;
  }

  /** The field of an id that {@link #register} returned. */
  public static ShadowField get(int id) {
    return fields[id];
  }
}
