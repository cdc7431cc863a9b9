package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.RangeHooks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls of the JDK's streams, readers, writers and compressors that take elements out of an array
 * or put some into it. Whether the object is one of the JDK's is seen when it is called.
 */
final class StreamCalls {
  private static final String DESC =
      "(Ljava/lang/Object;Ljava/lang/Object;II" + BridgeWriter.CALLER + ")V";

  private StreamCalls() {}

  /** The bridge for a call; null if it accesses no array that the application has given it. */
  static @Nullable BridgeBody find(Call call) {
    if (call.isStatic() || !usesPrimitives(call)) {
      return null;
    }
    boolean both = call.owner().equals("java/io/RandomAccessFile");
    return switch (call.name()) {
      case "write", "writeBytes", "print", "println" ->
          both || isOutput(call.owner()) ? StreamCalls::taken : null;
      case "readFully" -> both || isInput(call.owner()) ? StreamCalls::filled : null;
      case "read", "readNBytes" -> both || isInput(call.owner()) ? counted(call) : null;
      case "inflate" -> call.owner().equals("java/util/zip/Inflater") ? counted(call) : null;
      case "deflate" -> call.owner().equals("java/util/zip/Deflater") ? counted(call) : null;
      default -> null;
    };
  }

  private static boolean isOutput(String owner) {
    return owner.endsWith("OutputStream")
        || owner.endsWith("Writer")
        || owner.equals("java/io/PrintStream")
        || owner.equals("java/io/DataOutput")
        || owner.equals("java/io/ObjectOutput");
  }

  private static boolean isInput(String owner) {
    return owner.endsWith("InputStream")
        || owner.endsWith("Reader")
        || owner.equals("java/io/DataInput")
        || owner.equals("java/io/ObjectInput");
  }

  private static boolean usesPrimitives(Call call) {
    return call.desc().startsWith("([") && RangeCalls.primitives(types(call), 0);
  }

  private static Type[] types(Call call) {
    return Type.getArgumentTypes(call.desc());
  }

  /** All of the array or of the range is taken, and who gets it may know that it was. */
  private static void taken(BridgeWriter bridge) {
    range(bridge, "beforeOutput");
    bridge.original();
  }

  /** All of the array or of the range is written, which may wait for who has something for it. */
  private static void filled(BridgeWriter bridge) {
    bridge.original();
    range(bridge, "afterFill");
  }

  private static void range(BridgeWriter bridge, String hook) {
    bridge.load(0);
    bridge.load(1);
    if (bridge.count() > 2) {
      bridge.load(2);
      bridge.load(3);
    } else {
      bridge.push(0);
      bridge.push(-1);
    }
    bridge.caller();
    bridge.hook(RangeHooks.class, hook, DESC);
  }

  /** The method returns how many elements it has written. */
  private static BridgeBody counted(Call call) {
    boolean start = types(call).length == 3;
    return bridge -> {
      bridge.original();
      bridge.insn(Opcodes.DUP);
      BridgeWriter.Variable count = bridge.store(Type.INT_TYPE);
      bridge.load(0);
      bridge.load(1);
      if (start) {
        bridge.load(2);
      } else {
        bridge.push(0);
      }
      bridge.load(count);
      bridge.caller();
      bridge.hook(RangeHooks.class, "afterInput", DESC);
    };
  }
}
