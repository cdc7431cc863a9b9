package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * Conditions of contract rows. Each returns the key if the outcome is the one that the row names
 * and null otherwise; every operation ignores a null key. So the woven code needs no branch.
 */
public final class OutcomeHooks {
  private OutcomeHooks() {}

  /** {@code return=true}, and {@code throw=Type} with the outcome of the type test. */
  public static @Nullable Object isTrue(@Nullable Object key, boolean outcome) {
    return outcome ? key : null;
  }

  /** {@code return=false}. */
  public static @Nullable Object isFalse(@Nullable Object key, boolean outcome) {
    return outcome ? null : key;
  }

  /** {@code return!=null}. */
  public static @Nullable Object isNonNull(@Nullable Object key, @Nullable Object outcome) {
    return outcome != null ? key : null;
  }

  /** {@code return==null}. */
  public static @Nullable Object isNull(@Nullable Object key, @Nullable Object outcome) {
    return outcome == null ? key : null;
  }

  /** {@code return>0}. */
  public static @Nullable Object isPositive(@Nullable Object key, int outcome) {
    return outcome > 0 ? key : null;
  }

  /** {@code return!=0} of a stamp. */
  public static @Nullable Object isNonZero(@Nullable Object key, long outcome) {
    return outcome != 0 ? key : null;
  }
}
