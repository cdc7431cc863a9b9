package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.AccessModeHooks;
import dev.racedetect.runtime.hook.MethodHandleHooks;
import org.jspecify.annotations.Nullable;

/** Look-ups of method handles that read or write a field, an element, or by a variable handle. */
final class MethodHandleCalls {
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  private static final String HANDLES = "java/lang/invoke/MethodHandles";

  private static final String HANDLE_DESC = "Ljava/lang/invoke/MethodHandle;";

  private MethodHandleCalls() {}

  /** The bridge for a call; null if it is no such look-up. */
  static @Nullable BridgeBody find(Call call) {
    if (call.owner().equals(VarHandleCalls.OWNER)) {
      return call.name().equals("toMethodHandle") ? followed("ofHandle", 2) : null;
    }
    if (call.owner().equals(HANDLES)) {
      return switch (call.name()) {
        case "varHandleInvoker", "varHandleExactInvoker" -> followed("invoker", 1);
        case "arrayElementGetter" -> followed("elementGetter", 0);
        case "arrayElementSetter" -> followed("elementSetter", 0);
        default -> null;
      };
    }
    if (!call.owner().equals(LOOKUP)) {
      return null;
    }
    return switch (call.name()) {
      case "findVirtual" -> followed("virtual", 3);
      case "bind" -> followed("bound", 3);
      case "unreflect" -> followed("unreflected", 2);
      case "findGetter", "findStaticGetter", "unreflectGetter" -> adapted("getter");
      case "findSetter", "findStaticSetter", "unreflectSetter" -> adapted("setter");
      default -> null;
    };
  }

  private static BridgeBody adapted(String hook) {
    return bridge -> {
      bridge.original();
      bridge.load(0);
      bridge.caller();
      bridge.hook(
          MethodHandleHooks.class,
          hook,
          "(Ljava/lang/invoke/MethodHandle;L"
              + LOOKUP
              + ";"
              + BridgeWriter.CALLER
              + ")Ljava/lang/invoke/MethodHandle;");
    };
  }

  /**
   * The look-up, then a hook that gets what was found and some of the arguments.
   *
   * @param arguments how many, from the first
   */
  private static BridgeBody followed(String hook, int arguments) {
    return bridge -> {
      bridge.original();
      StringBuilder desc = new StringBuilder("(").append(HANDLE_DESC);
      for (int i = 0; i < arguments; i++) {
        bridge.load(i);
        desc.append("Ljava/lang/Object;");
      }
      bridge.caller();
      desc.append(BridgeWriter.CALLER).append(')').append(HANDLE_DESC);
      bridge.hook(AccessModeHooks.class, hook, desc.toString());
    };
  }
}
