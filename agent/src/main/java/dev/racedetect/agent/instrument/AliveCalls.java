package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.ThreadHooks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * {@code Thread.isAlive}, native before JDK 19. The owner may be any class, so the hook looks at
 * what the call was made on.
 */
final class AliveCalls {
  private AliveCalls() {}

  /** The bridge for a call; null if it is none. */
  static @Nullable BridgeBody find(Call call) {
    if (call.opcode() != Opcodes.INVOKEVIRTUAL
        || !call.name().equals("isAlive")
        || !call.desc().equals("()Z")) {
      return null;
    }
    return bridge -> {
      bridge.original();
      bridge.load(0);
      // STACK: alive, thread -> alive, thread, alive -> alive
      bridge.insn(Opcodes.SWAP);
      bridge.insn(Opcodes.DUP_X1);
      bridge.hook(ThreadHooks.class, "aliveRead", "(Ljava/lang/Object;Z)V");
    };
  }
}
