package dev.racedetect.agent.instrument;

import static dev.racedetect.runtime.hook.Effect.ACQUIRE;
import static dev.racedetect.runtime.hook.Effect.READ;
import static dev.racedetect.runtime.hook.Effect.RELEASE;
import static dev.racedetect.runtime.hook.Effect.WRITE;

import dev.racedetect.runtime.hook.VarHandleHooks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The access modes of {@link java.lang.invoke.VarHandle}: each acquires and releases what its
 * specification says, whatever the declaration of the variable says.
 */
final class VarHandleCalls {
  static final String OWNER = "java/lang/invoke/VarHandle";

  private VarHandleCalls() {}

  /** The bridge for a call; null if it is no access. */
  static @Nullable BridgeBody find(Call call) {
    if (!call.owner().equals(OWNER) || call.isStatic()) {
      return null;
    }
    String name = call.name();
    return switch (name) {
      case "get" -> PlaceCalls.plain(locator(0), false);
      case "set" -> PlaceCalls.plain(locator(1), true);
      case "getOpaque" -> PlaceCalls.atomic(locator(0), READ);
      case "setOpaque" -> PlaceCalls.atomic(locator(1), WRITE);
      case "getAcquire", "getVolatile" -> PlaceCalls.atomic(locator(0), READ | ACQUIRE);
      case "setRelease", "setVolatile" -> PlaceCalls.atomic(locator(1), WRITE | RELEASE);
      case "compareAndSet",
          "weakCompareAndSet",
          "weakCompareAndSetPlain",
          "weakCompareAndSetAcquire",
          "weakCompareAndSetRelease",
          "compareAndExchange",
          "compareAndExchangeAcquire",
          "compareAndExchangeRelease" ->
          PlaceCalls.conditional(locator(2), update(name), expected(call));
      case "getAndSet",
          "getAndSetAcquire",
          "getAndSetRelease",
          "getAndAdd",
          "getAndAddAcquire",
          "getAndAddRelease",
          "getAndBitwiseOr",
          "getAndBitwiseOrAcquire",
          "getAndBitwiseOrRelease",
          "getAndBitwiseAnd",
          "getAndBitwiseAndAcquire",
          "getAndBitwiseAndRelease",
          "getAndBitwiseXor",
          "getAndBitwiseXorAcquire",
          "getAndBitwiseXorRelease" ->
          PlaceCalls.atomic(locator(1), update(name));
      default -> null;
    };
  }

  /** The effect of an update, by the suffix of its name: volatile if there is none. */
  static int update(String name) {
    if (name.endsWith("Plain")) {
      return READ | WRITE;
    }
    if (name.endsWith("Acquire")) {
      return READ | WRITE | ACQUIRE;
    }
    if (name.endsWith("Release")) {
      return READ | WRITE | RELEASE;
    }
    return READ | WRITE | ACQUIRE | RELEASE;
  }

  /** Number of the expected value: the last argument but one. */
  private static int expected(Call call) {
    return Type.getArgumentTypes(call.staticDesc()).length - 2;
  }

  /**
   * Loads the handle, the first coordinate if it is a reference and the last if it is a number.
   *
   * @param values how many arguments follow the coordinates
   */
  private static PlaceCalls.Locator locator(int values) {
    return bridge -> {
      int coordinates = bridge.count() - 1 - values;
      boolean reference = coordinates > 0 && isReference(bridge.argument(1));
      bridge.load(0);
      if (reference) {
        bridge.load(1);
      } else {
        bridge.insn(Opcodes.ACONST_NULL);
      }
      if (coordinates > (reference ? 1 : 0)) {
        index(bridge, coordinates);
      } else {
        bridge.insn(Opcodes.LCONST_0);
      }
      bridge.hook(
          VarHandleHooks.class,
          "place",
          "(L" + OWNER + ";Ljava/lang/Object;J)" + PlaceCalls.PLACE_DESC);
    };
  }

  private static void index(BridgeWriter bridge, int argument) {
    bridge.load(argument);
    switch (bridge.argument(argument).getSort()) {
      case Type.ARRAY, Type.OBJECT ->
          bridge.hook(VarHandleHooks.class, "index", "(Ljava/lang/Object;)J");
      case Type.LONG -> {}
      case Type.FLOAT -> bridge.insn(Opcodes.F2L);
      case Type.DOUBLE -> bridge.insn(Opcodes.D2L);
      default -> bridge.insn(Opcodes.I2L);
    }
  }

  private static boolean isReference(Type type) {
    return type.getSort() >= Type.ARRAY;
  }
}
