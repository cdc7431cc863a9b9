package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.MethodHandleHooks;
import org.jspecify.annotations.Nullable;

/** Look-ups of method handles that read or write a field. */
final class MethodHandleCalls {
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  private MethodHandleCalls() {}

  /** The bridge for a call; null if it is no such look-up. */
  static @Nullable BridgeBody find(Call call) {
    if (!call.owner().equals(LOOKUP)) {
      return null;
    }
    return switch (call.name()) {
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
}
