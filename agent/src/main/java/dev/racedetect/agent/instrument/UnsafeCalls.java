package dev.racedetect.agent.instrument;

import static dev.racedetect.runtime.hook.Effect.ACQUIRE;
import static dev.racedetect.runtime.hook.Effect.READ;
import static dev.racedetect.runtime.hook.Effect.RELEASE;
import static dev.racedetect.runtime.hook.Effect.WRITE;

import dev.racedetect.runtime.hook.UnsafeHooks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The accesses of {@code sun.misc.Unsafe} and {@code jdk.internal.misc.Unsafe}: their names tell
 * the operation, the type and the memory order. Accesses to an address have no base; of these only
 * the ordered ones count.
 */
final class UnsafeCalls {
  private static final String TYPE =
      "(Boolean|Byte|Short|Char|Int|Long|Float|Double|Object|Reference)";

  private static final Pattern ACCESS =
      Pattern.compile("(get|put)" + TYPE + "(Volatile|Acquire|Release|Opaque|)");

  private static final Pattern ORDERED = Pattern.compile("putOrdered" + TYPE);

  private static final Pattern CONDITIONAL =
      Pattern.compile(
          "(?:weakCompareAndSet|compareAndSet|compareAndSwap|compareAndExchange)"
              + TYPE
              + "(Plain|Acquire|Release|)");

  private static final Pattern UPDATE =
      Pattern.compile(
          "getAnd(?:Set|Add|BitwiseOr|BitwiseAnd|BitwiseXor)" + TYPE + "(Acquire|Release|)");

  private UnsafeCalls() {}

  static boolean isUnsafe(String owner) {
    return owner.equals("sun/misc/Unsafe") || owner.equals("jdk/internal/misc/Unsafe");
  }

  /** The bridge for a call; null if it is no access to the heap. */
  static @Nullable BridgeBody find(Call call) {
    if (!isUnsafe(call.owner()) || call.isStatic()) {
      return null;
    }
    if (!call.desc().startsWith("(Ljava/lang/Object;J")) {
      return null;
    }
    Matcher access = ACCESS.matcher(call.name());
    if (access.matches()) {
      return access(access.group(1), access.group(3), size(access.group(2)));
    }
    Matcher other = ORDERED.matcher(call.name());
    if (other.matches()) {
      return PlaceCalls.atomic(locator(size(other.group(1))), WRITE | RELEASE);
    }
    other = CONDITIONAL.matcher(call.name());
    if (other.matches()) {
      int effect = VarHandleCalls.update(call.name());
      return PlaceCalls.conditional(locator(size(other.group(1))), effect, 3);
    }
    other = UPDATE.matcher(call.name());
    if (other.matches()) {
      return PlaceCalls.atomic(locator(size(other.group(1))), VarHandleCalls.update(call.name()));
    }
    return range(call);
  }

  private static @Nullable BridgeBody access(String operation, String order, int size) {
    boolean write = operation.equals("put");
    return switch (order) {
      case "" -> PlaceCalls.plain(locator(size), write);
      case "Opaque" -> PlaceCalls.atomic(locator(size), write ? WRITE : READ);
      default -> PlaceCalls.atomic(locator(size), write ? WRITE | RELEASE : READ | ACQUIRE);
    };
  }

  private static @Nullable BridgeBody range(Call call) {
    return switch (call.name() + call.desc()) {
      case "copyMemory(Ljava/lang/Object;JLjava/lang/Object;JJ)V" ->
          bridge -> {
            bridge.original();
            for (int i = 1; i <= 5; i++) {
              bridge.load(i);
            }
            bridge.caller();
            bridge.hook(
                UnsafeHooks.class,
                "afterCopy",
                "(Ljava/lang/Object;JLjava/lang/Object;JJ" + BridgeWriter.CALLER + ")V");
          };
      case "setMemory(Ljava/lang/Object;JJB)V" ->
          bridge -> {
            bridge.original();
            for (int i = 1; i <= 3; i++) {
              bridge.load(i);
            }
            bridge.caller();
            bridge.hook(
                UnsafeHooks.class,
                "afterFill",
                "(Ljava/lang/Object;JJ" + BridgeWriter.CALLER + ")V");
          };
      default -> null;
    };
  }

  private static PlaceCalls.Locator locator(int size) {
    return bridge -> {
      bridge.load(1);
      bridge.load(2);
      bridge.push(size);
      bridge.hook(UnsafeHooks.class, "place", "(Ljava/lang/Object;JI)" + PlaceCalls.PLACE_DESC);
    };
  }

  /** How many bytes a value of the type takes; 0 for a reference. */
  private static int size(String type) {
    return switch (type) {
      case "Boolean", "Byte" -> 1;
      case "Short", "Char" -> 2;
      case "Int", "Float" -> 4;
      case "Long", "Double" -> 8;
      default -> 0;
    };
  }
}
