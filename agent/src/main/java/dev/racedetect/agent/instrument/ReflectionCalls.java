package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.ArrayHooks;
import dev.racedetect.runtime.hook.ReflectionHooks;
import org.jspecify.annotations.Nullable;

/**
 * {@link java.lang.reflect.Field} and {@link java.lang.reflect.Array}; and calls that use a class
 * without an instruction that shows it.
 */
final class ReflectionCalls {
  private static final String FIELD = "java/lang/reflect/Field";
  private static final String ARRAY = "java/lang/reflect/Array";

  private static final String FIELD_HOOK =
      "(L" + FIELD + ";Ljava/lang/Object;" + BridgeWriter.CALLER + ")V";

  private ReflectionCalls() {}

  /** The bridge for a call; null if it is no access. */
  static @Nullable BridgeBody find(Call call) {
    BridgeBody use = use(call);
    if (use != null) {
      return use;
    }
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

  /** Reflective uses of a class that require it to be initialised (JLS 12.4.1). */
  private static @Nullable BridgeBody use(Call call) {
    return switch (call.owner() + "." + call.name()) {
      case "java/lang/reflect/Method.invoke" -> bridge -> used(bridge, 0, "afterInvoke");
      case "java/lang/invoke/MethodHandles$Lookup.ensureInitialized" ->
          bridge -> used(bridge, 1, "afterUse");
      default -> null;
    };
  }

  private static void used(BridgeWriter bridge, int argument, String hook) {
    bridge.original();
    bridge.load(argument);
    bridge.thread();
    bridge.hook(
        ReflectionHooks.class, hook, "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + ")V");
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
