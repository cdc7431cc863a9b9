package dev.racedetect.runtime.hook;

import org.jspecify.annotations.Nullable;

/**
 * {@code Exchanger} (catalogue C10): each side acquires from the object it received. Null items
 * share one clock an exchanger. Called by woven JDK methods.
 */
public final class ExchangerHooks {
  private ExchangerHooks() {}

  /** Before an item is offered. */
  public static void offering(@Nullable Object exchanger, @Nullable Object item) {
    if (item == null) {
      SyncHooks.release(exchanger);
    } else {
      ElementHooks.inserting(exchanger, item);
    }
  }

  /** After an item was received. */
  public static void received(@Nullable Object exchanger, @Nullable Object item) {
    if (item == null) {
      SyncHooks.acquire(exchanger);
    } else {
      ElementHooks.removed(exchanger, item);
    }
  }
}
