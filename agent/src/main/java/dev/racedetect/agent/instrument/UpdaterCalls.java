package dev.racedetect.agent.instrument;

import static dev.racedetect.runtime.hook.Effect.ACQUIRE;
import static dev.racedetect.runtime.hook.Effect.READ;
import static dev.racedetect.runtime.hook.Effect.RELEASE;
import static dev.racedetect.runtime.hook.Effect.WRITE;

import dev.racedetect.runtime.hook.UpdaterHooks;
import dev.racedetect.runtime.hook.UpdaterLoops;
import org.jspecify.annotations.Nullable;

/** The field updaters of {@code java.util.concurrent.atomic}. */
final class UpdaterCalls {
  private static final String PACKAGE = "java/util/concurrent/atomic/Atomic";

  private UpdaterCalls() {}

  /** The bridge for a call; null if it is none on an updater. */
  static @Nullable BridgeBody find(Call call) {
    if (call.isStatic()
        || !call.owner().startsWith(PACKAGE)
        || !call.owner().endsWith("FieldUpdater")) {
      return null;
    }
    return switch (call.name()) {
      case "get" -> PlaceCalls.atomic(UpdaterCalls::locate, READ | ACQUIRE);
      case "set", "lazySet" -> PlaceCalls.atomic(UpdaterCalls::locate, WRITE | RELEASE);
      case "compareAndSet", "weakCompareAndSet" ->
          PlaceCalls.conditional(UpdaterCalls::locate, READ | WRITE | ACQUIRE | RELEASE, 2);
      case "getAndSet",
          "getAndIncrement",
          "getAndDecrement",
          "getAndAdd",
          "incrementAndGet",
          "decrementAndGet",
          "addAndGet" ->
          PlaceCalls.atomic(UpdaterCalls::locate, READ | WRITE | ACQUIRE | RELEASE);
      case "getAndUpdate", "updateAndGet", "getAndAccumulate", "accumulateAndGet" ->
          UpdaterCalls::loop;
      default -> null;
    };
  }

  private static void locate(BridgeWriter bridge) {
    bridge.load(0);
    bridge.load(1);
    bridge.hook(
        UpdaterHooks.class,
        "place",
        "(Ljava/lang/Object;Ljava/lang/Object;)" + PlaceCalls.PLACE_DESC);
  }

  /** Calls the counterpart of the method that goes step by step. */
  private static void loop(BridgeWriter bridge) {
    for (int i = 0; i < bridge.count(); i++) {
      bridge.load(i);
    }
    bridge.caller();
    bridge.hook(UpdaterLoops.class, bridge.call().name(), bridge.call().bridgeDesc());
  }
}
