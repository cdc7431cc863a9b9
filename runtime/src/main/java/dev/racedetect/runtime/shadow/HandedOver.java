package dev.racedetect.runtime.shadow;

/**
 * Objects that the JVM hands from the thread that made them to all others: what was done to their
 * fields before is ordered before everything that anybody does to them then.
 */
public final class HandedOver {
  private HandedOver() {}

  /**
   * Forgets the history of an object's plain fields. What its volatile fields order stays.
   *
   * <p>If others have it already, through a race, that race is missed.
   */
  public static void forgetPlain(Object object) {
    for (ShadowField field : FieldOffsets.of(object.getClass()).instanceFields()) {
      if (!field.isVolatile()) {
        field.forget(object);
      }
    }
  }
}
