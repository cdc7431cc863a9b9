package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.MonitorHooks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** {@code Object.wait} where a method reference leads to it. */
final class WaitCalls {
  private WaitCalls() {}

  /** The bridge for a call; null if it is not one of the three forms. */
  static @Nullable BridgeBody find(Call call) {
    if (call.isStatic() || !call.name().equals("wait") || !MonitorVisitor.isWait(call.desc())) {
      return null;
    }
    return bridge -> {
      bridge.load(0);
      if (bridge.count() > 1) {
        bridge.load(1);
      } else {
        bridge.insn(Opcodes.LCONST_0);
      }
      if (bridge.count() > 2) {
        bridge.load(2);
      } else {
        bridge.push(0);
      }
      bridge.thread();
      bridge.hook(MonitorHooks.class, "waitOn", MonitorVisitor.WAIT_DESC);
    };
  }
}
