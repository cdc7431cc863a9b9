package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ConstructorEscapes;
import dev.racedetect.agent.hierarchy.FreshObjects;
import dev.racedetect.agent.hierarchy.FreshObjects.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stores of a method to fields of objects that nobody else knows yet ({@link FreshObjects}). No
 * access can race with such a write before the object is published, so it is not checked; but what
 * comes after a racy publication can, so it is recorded: a plain store of the write word, which
 * holds 0 or an earlier epoch of the same thread.
 *
 * <p>Whoever gets the object must not miss the word, even through a race. So a store-store fence
 * comes between the word and whatever may publish the object: at the end of a constructor that does
 * not let {@code this} escape, else behind each word. Its partner is the dependency of the reader's
 * load of the word on the reference that it was given.
 */
final class FreshStores {
  static final FreshStores NONE = new FreshStores(Map.of(), false);

  /** By number of the instruction. */
  private final Map<Integer, FreshObjects.Store> stores;

  /** Whether the method is a constructor that does not let {@code this} escape. */
  private final boolean keepsThis;

  private FreshStores(Map<Integer, FreshObjects.Store> stores, boolean keepsThis) {
    this.stores = stores;
    this.keepsThis = keepsThis;
  }

  /** What is left of the stores that were found once it is known what constructors do. */
  static FreshStores of(
      List<FreshObjects.Store> found, ClassContext type, String method, String desc) {
    if (found.isEmpty()) {
      return NONE;
    }
    ConstructorEscapes constructors = type.hierarchy().constructors();
    Map<Integer, FreshObjects.Store> stores = new HashMap<>();
    for (FreshObjects.Store store : found) {
      if (constructors.keep(type.loader(), store.constructors())) {
        stores.put(store.number(), store);
      }
    }
    Set<Constructor> itself = Set.of(new Constructor(type.facts().name(), desc));
    return stores.isEmpty()
        ? NONE
        : new FreshStores(
            stores, method.equals("<init>") && constructors.keep(type.loader(), itself));
  }

  /** Whether a field instruction, counted from 0, is such a store. */
  boolean isStore(int number, String field) {
    FreshObjects.Store store = stores.get(number);
    return store != null && store.name().equals(field);
  }

  /** Whether the fence comes behind the word of a store. */
  boolean fencedAtOnce(int number) {
    FreshObjects.Store store = stores.get(number);
    return store != null && !(keepsThis && store.ofThis());
  }

  /** Whether the fence comes at the end of the constructor. */
  boolean fencedAtEnd() {
    return keepsThis && stores.values().stream().anyMatch(FreshObjects.Store::ofThis);
  }
}
