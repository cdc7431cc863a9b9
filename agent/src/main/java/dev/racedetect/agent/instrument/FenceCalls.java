package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.FenceHooks;
import org.jspecify.annotations.Nullable;

/** Memory fences, of {@link java.lang.invoke.VarHandle} and of {@code Unsafe}. */
final class FenceCalls {
  private FenceCalls() {}

  /** The bridge for a call; null if it is no fence. */
  static @Nullable BridgeBody find(Call call) {
    if (!call.desc().equals("()V")
        || !call.owner().equals(VarHandleCalls.OWNER) && !UnsafeCalls.isUnsafe(call.owner())) {
      return null;
    }
    return switch (call.name()) {
      case "fullFence" -> fence("fullFence");
      case "acquireFence", "loadFence", "loadLoadFence" -> fence("acquireFence");
      case "releaseFence", "storeFence", "storeStoreFence" -> fence("releaseFence");
      default -> null;
    };
  }

  private static BridgeBody fence(String hook) {
    return bridge -> {
      bridge.original();
      bridge.thread();
      bridge.hook(FenceHooks.class, hook, "(" + Names.THREAD_STATE_DESC + ")V");
    };
  }
}
