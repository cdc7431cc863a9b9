package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.ArrayHooks;
import dev.racedetect.runtime.hook.ReflectionHooks;
import org.jspecify.annotations.Nullable;

/** {@link java.lang.reflect.Field} and {@link java.lang.reflect.Array}. */
final class ReflectionCalls {
  private static final String FIELD = "java/lang/reflect/Field";
  private static final String ARRAY = "java/lang/reflect/Array";

  private static final String FIELD_HOOK =
      "(L" + FIELD + ";Ljava/lang/Object;" + BridgeWriter.CALLER + ")V";

  private ReflectionCalls() {}

  /** The bridge for a call; null if it is no access. */
  static @Nullable BridgeBody find(Call call) {
    if (call.owner().equals(FIELD) && call.desc().startsWith("(Ljava/lang/Object;")) {
      return switch (call.name()) {
        case "get",
            "getBoolean",
            "getByte",
            "getChar",
            "getShort",
            "getInt",
            "getLong",
            "getFloat",
            "getDouble" ->
            ReflectionCalls::get;
        case "set",
            "setBoolean",
            "setByte",
            "setChar",
            "setShort",
            "setInt",
            "setLong",
            "setFloat",
            "setDouble" ->
            ReflectionCalls::set;
        default -> null;
      };
    }
    if (call.owner().equals(ARRAY) && call.desc().startsWith("(Ljava/lang/Object;I")) {
      return call.name().startsWith("get")
          ? bridge -> element(bridge, "beforeRead")
          : bridge -> element(bridge, "beforeWrite");
    }
    return null;
  }

  /** Whether the call is a plain access only, whatever it is applied to. */
  static boolean isData(Call call) {
    return call.owner().equals(ARRAY);
  }

  private static void get(BridgeWriter bridge) {
    bridge.original();
    field(bridge, "afterGet");
  }

  private static void set(BridgeWriter bridge) {
    field(bridge, "beforeSet");
    bridge.original();
    field(bridge, "afterSet");
  }

  private static void field(BridgeWriter bridge, String hook) {
    bridge.load(0);
    bridge.load(1);
    bridge.caller();
    bridge.hook(ReflectionHooks.class, hook, FIELD_HOOK);
  }

  private static void element(BridgeWriter bridge, String hook) {
    bridge.load(0);
    bridge.load(1);
    bridge.caller();
    bridge.hook(ArrayHooks.class, hook, "(Ljava/lang/Object;I" + BridgeWriter.CALLER + ")V");
    bridge.original();
  }
}
