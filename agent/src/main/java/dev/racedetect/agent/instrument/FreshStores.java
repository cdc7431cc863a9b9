package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ConstructorEscapes;
import dev.racedetect.agent.hierarchy.FieldFacts;
import dev.racedetect.agent.hierarchy.FreshObjects;
import dev.racedetect.agent.hierarchy.FreshObjects.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a method to plain fields, declared by the own class, of objects that nobody else
 * knows yet ({@link FreshObjects}). No access can race with such a write before the object is
 * published, so it is not checked; but what comes after a racy publication can, so it is recorded:
 * a plain store of the write word, which holds 0 or an earlier epoch of the same thread.
 *
 * <p>Whoever gets the object must not miss the word, even through a race. So a store-store fence
 * comes between the word and whatever may publish the object: at the end of a constructor that does
 * not let {@code this} escape, else behind each word. Its partner is the dependency of the reader's
 * load of the word on the reference that it was given.
 *
 * <p>Writes of {@code this} in one constructor have one site, and the calling context is looked up
 * once for all of them, when the constructor is entered: the field tells which line it was. A field
 * that is stored at several places has sites of its own.
 */
final class FreshStores {
  static final FreshStores NONE = new FreshStores(Map.of(), false);

  /** How many writes a constructor must have for a site in common. */
  private static final int FEWEST_IN_COMMON = 2;

  /** By number of the instruction. */
  private final Map<Integer, FreshObjects.Store> stores;

  /** How often each field of {@code this} is stored, by key. */
  private final Map<String, Integer> ofThis = new HashMap<>();

  /** Whether the method is a constructor that does not let {@code this} escape. */
  private final boolean keepsThis;

  private FreshStores(Map<Integer, FreshObjects.Store> stores, boolean keepsThis) {
    this.stores = stores;
    this.keepsThis = keepsThis;
    for (FreshObjects.Store store : stores.values()) {
      if (store.ofThis()) {
        ofThis.merge(key(store), 1, Integer::sum);
      }
    }
  }

  private static String key(FreshObjects.Store store) {
    return Names.key(store.name(), store.desc());
  }

  /** What is left of the stores that were found once it is known what constructors do. */
  static FreshStores of(
      List<FreshObjects.Store> found, ClassContext type, String method, String desc) {
    Map<Integer, FreshObjects.Store> stores = new HashMap<>();
    ConstructorEscapes constructors = type.hierarchy().constructors();
    for (FreshObjects.Store store : found) {
      FieldFacts field =
          store.owner().equals(type.facts().name())
              ? type.facts().field(store.name(), store.desc())
              : null;
      if (field != null
          && !field.isStatic()
          && ShadowPolicy.of(field) == ShadowPolicy.PLAIN
          && constructors.keep(type.loader(), store.constructors())) {
        stores.put(store.number(), store);
      }
    }
    if (stores.isEmpty()) {
      return NONE;
    }
    Set<Constructor> itself = Set.of(new Constructor(type.facts().name(), desc));
    return new FreshStores(
        stores, method.equals("<init>") && constructors.keep(type.loader(), itself));
  }

  /** The store that is the field instruction of that number, counted from 0; null if none is. */
  FreshObjects.@Nullable Store store(int number, String owner, String name, String desc) {
    FreshObjects.Store store = stores.get(number);
    return store != null
            && store.owner().equals(owner)
            && store.name().equals(name)
            && store.desc().equals(desc)
        ? store
        : null;
  }

  /** Whether a store has the site that the constructor has for all. */
  boolean inCommon(FreshObjects.Store store) {
    return hasCommonSite() && store.ofThis() && ofThis.getOrDefault(key(store), 0) == 1;
  }

  /** Whether the constructor has a site for all writes of fields that it writes in one place. */
  boolean hasCommonSite() {
    int once = 0;
    for (int times : ofThis.values()) {
      once += times == 1 ? 1 : 0;
    }
    return once >= FEWEST_IN_COMMON;
  }

  /** Whether the fence comes behind the word of a store. */
  boolean fencedAtOnce(FreshObjects.Store store) {
    return !(keepsThis && store.ofThis());
  }

  /** Whether the fence comes at the end of the constructor. */
  boolean fencedAtEnd() {
    return keepsThis && !ofThis.isEmpty();
  }
}
