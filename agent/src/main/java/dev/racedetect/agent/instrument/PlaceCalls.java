package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.Effect;
import dev.racedetect.runtime.hook.PlaceHooks;
import dev.racedetect.runtime.hook.Witness;
import dev.racedetect.runtime.shadow.Place;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the bridges of all low-level accesses have in common once the variable is found. */
final class PlaceCalls {
  static final String PLACE_DESC = Type.getDescriptor(Place.class);

  private static final Type PLACE = Type.getType(Place.class);
  private static final Type OBJECT = Type.getType(Object.class);

  private PlaceCalls() {}

  /** Finds the variable of an access. STACK: -> place. */
  interface Locator {
    void write(BridgeWriter bridge);
  }

  /** The body for a plain access. */
  static BridgeBody plain(Locator locator, boolean write) {
    return bridge -> {
      bridge.original();
      locator.write(bridge);
      bridge.caller();
      bridge.hook(
          PlaceHooks.class,
          write ? "afterPlainWrite" : "afterPlainRead",
          "(" + PLACE_DESC + BridgeWriter.CALLER + ")V");
    };
  }

  /** The body for an atomic access that cannot fail. */
  static BridgeBody atomic(Locator locator, int effect) {
    return bridge -> {
      locator.write(bridge);
      BridgeWriter.Variable place = bridge.store(PLACE);
      if ((effect & Effect.WRITE) != 0) {
        bridge.load(place);
        bridge.push(effect);
        bridge.caller();
        bridge.hook(
            PlaceHooks.class, "before", "(" + PLACE_DESC + "I" + BridgeWriter.CALLER + ")V");
      }
      bridge.original();
      if ((effect & Effect.READ) != 0 || ofStaticField(bridge)) {
        bridge.load(place);
        bridge.push(effect);
        bridge.caller();
        bridge.hook(PlaceHooks.class, "after", "(" + PLACE_DESC + "I" + BridgeWriter.CALLER + ")V");
      }
    };
  }

  /** Whether a write by a variable handle has no coordinates: it may initialise a class. */
  private static boolean ofStaticField(BridgeWriter bridge) {
    return bridge.call().owner().equals(VarHandleCalls.OWNER) && bridge.count() == 2;
  }

  /**
   * The body for a compare-and-set or compare-and-exchange.
   *
   * @param expected number of the argument with the expected value
   */
  static BridgeBody conditional(Locator locator, int effect, int expected) {
    return bridge -> {
      locator.write(bridge);
      BridgeWriter.Variable place = bridge.store(PLACE);
      bridge.load(place);
      bridge.push(effect);
      bridge.thread();
      bridge.hook(
          PlaceHooks.class,
          "attempt",
          "(" + PLACE_DESC + "I" + Names.THREAD_STATE_DESC + ")Ljava/lang/Object;");
      BridgeWriter.Variable attempt = bridge.store(OBJECT);
      bridge.original();
      bridge.duplicateResult();
      outcome(bridge, expected);
      BridgeWriter.Variable succeeded = bridge.store(Type.BOOLEAN_TYPE);
      bridge.load(place);
      bridge.load(attempt);
      bridge.load(succeeded);
      bridge.push(effect);
      bridge.caller();
      bridge.hook(
          PlaceHooks.class,
          "settle",
          "(" + PLACE_DESC + "Ljava/lang/Object;ZI" + BridgeWriter.CALLER + ")V");
    };
  }

  /**
   * Whether the call has written: a compare-and-set says so, a compare-and-exchange if it returns
   * the expected value. Where the result is dropped or converted, it counts as written. STACK:
   * result -> boolean.
   */
  private static void outcome(BridgeWriter bridge, int expected) {
    Type result = bridge.returned();
    if (bridge.call().name().contains("Exchange")) {
      witness(bridge, result, expected);
    } else if (!result.equals(Type.BOOLEAN_TYPE)) {
      written(bridge, result);
    }
  }

  private static void witness(BridgeWriter bridge, Type result, int expected) {
    Type type = bridge.argument(expected);
    boolean references = result.getSort() >= Type.ARRAY && type.getSort() >= Type.ARRAY;
    if (!references && !result.equals(type)) {
      written(bridge, result);
      return;
    }
    bridge.load(expected);
    if (references) {
      bridge.load(0);
    }
    String desc =
        switch (result.getSort()) {
          case Type.LONG -> "(JJ)Z";
          case Type.FLOAT -> "(FF)Z";
          case Type.DOUBLE -> "(DD)Z";
          case Type.ARRAY, Type.OBJECT ->
              "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z";
          default -> "(II)Z";
        };
    bridge.hook(Witness.class, "same", desc);
  }

  private static void written(BridgeWriter bridge, Type result) {
    if (result.getSize() > 0) {
      bridge.insn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
    bridge.insn(Opcodes.ICONST_1);
  }
}
