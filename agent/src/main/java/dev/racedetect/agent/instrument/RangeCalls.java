package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.ArrayHooks;
import dev.racedetect.runtime.hook.RangeHooks;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * JDK methods that read or write a range of an array that they are given. Only what they surely
 * access counts: a search or a comparison may end early, and streams do their work later.
 */
final class RangeCalls {
  private static final String RANGE_DESC = BridgeWriter.RANGE_DESC;
  private static final String TO_ARRAY_DESC = "([Ljava/lang/Object;)[Ljava/lang/Object;";
  private static final String STACK_TRACE_DESC = "([Ljava/lang/StackTraceElement;)V";
  private static final String WHOLE_DESC = "(Ljava/lang/Object;" + BridgeWriter.CALLER + ")V";

  private RangeCalls() {}

  /** The bridge for a call; null if it accesses no array that the application has given it. */
  static @Nullable BridgeBody find(Call call) {
    if (call.name().equals("toArray") && call.owner().startsWith("java/util/")) {
      return call.desc().equals(TO_ARRAY_DESC) ? RangeCalls::toArray : null;
    }
    if (call.name().equals("setStackTrace")) {
      return call.desc().equals(STACK_TRACE_DESC) ? afterWhole(1) : null;
    }
    return switch (call.owner()) {
      case "java/lang/System" -> call.name().equals("arraycopy") ? RangeCalls::copy : null;
      case "java/util/Arrays" -> arrays(call);
      case "java/lang/String" -> string(call);
      case "java/lang/StringBuilder", "java/lang/StringBuffer" ->
          switch (call.name()) {
            case "append", "insert" -> givenArray(call, "beforeRead");
            case "getChars" -> RangeCalls::getChars;
            default -> null;
          };
      case "java/nio/ByteBuffer",
          "java/nio/CharBuffer",
          "java/nio/DoubleBuffer",
          "java/nio/FloatBuffer",
          "java/nio/IntBuffer",
          "java/nio/LongBuffer",
          "java/nio/MappedByteBuffer",
          "java/nio/ShortBuffer" ->
          switch (call.name()) {
            case "get" -> givenArray(call, "beforeWrite");
            case "put" -> givenArray(call, "beforeRead");
            default -> null;
          };
      case "java/util/zip/CRC32",
          "java/util/zip/CRC32C",
          "java/util/zip/Adler32",
          "java/util/zip/Checksum" ->
          call.name().equals("update") ? givenArray(call, "beforeRead") : null;
      case "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/concurrent/ThreadLocalRandom",
          "java/util/random/RandomGenerator" ->
          call.name().equals("nextBytes") ? givenArray(call, "beforeWrite") : null;
      case "java/util/Collections" -> call.name().equals("addAll") ? RangeCalls::elements : null;
      case "java/util/Base64$Encoder", "java/util/Base64$Decoder" ->
          switch (call.name()) {
            case "encode", "encodeToString", "decode" -> wholeArray(call);
            default -> null;
          };
      case "java/util/BitSet" -> call.name().equals("valueOf") ? wholeArray(call) : null;
      case "java/util/UUID" -> call.name().equals("nameUUIDFromBytes") ? wholeArray(call) : null;
      case "java/util/List", "java/util/Set" ->
          call.isStatic() && call.desc().startsWith("([Ljava/lang/Object;)")
              ? range(false, ArrayHooks.class, "beforeReadRange")
              : null;
      case "java/util/EnumSet" ->
          call.desc().equals("(Ljava/lang/Enum;[Ljava/lang/Enum;)Ljava/util/EnumSet;")
              ? afterWhole(1)
              : null;
      case "java/util/Map" -> call.name().equals("ofEntries") ? afterWhole(0) : null;
      case "java/util/HexFormat" -> call.name().equals("formatHex") ? hexadecimal(call) : null;
      case "java/net/InetAddress", "java/net/Inet4Address", "java/net/Inet6Address" ->
          call.name().equals("getByAddress")
              ? afterWhole(call.desc().indexOf('[') > 1 ? 1 : 0)
              : null;
      default -> {
        BridgeBody body = StreamCalls.find(call);
        yield body != null ? body : SecurityCalls.find(call);
      }
    };
  }

  private static void copy(BridgeWriter bridge) {
    for (int i = 0; i < 5; i++) {
      bridge.load(i);
    }
    bridge.caller();
    bridge.hook(
        ArrayHooks.class,
        "beforeCopy",
        "(Ljava/lang/Object;ILjava/lang/Object;II" + BridgeWriter.CALLER + ")V");
    bridge.original();
  }

  private static @Nullable BridgeBody arrays(Call call) {
    Type[] arguments = Type.getArgumentTypes(call.desc());
    if (arguments.length == 0 || arguments[0].getSort() != Type.ARRAY) {
      return null;
    }
    boolean bounds = arguments.length > 2 && arguments[2].equals(Type.INT_TYPE);
    return switch (call.name()) {
      case "fill" -> range(bounds && arguments.length == 4, ArrayHooks.class, "beforeWriteRange");
      case "setAll", "parallelSetAll", "parallelPrefix" ->
          range(bounds, ArrayHooks.class, "beforeWriteRange");
      case "sort", "parallelSort" -> range(bounds, RangeHooks.class, "beforeSort");
      case "copyOf" -> RangeCalls::prefix;
      case "copyOfRange" -> range(true, ArrayHooks.class, "beforeReadRange");
      case "hashCode", "toString", "deepHashCode", "deepToString" ->
          range(false, ArrayHooks.class, "beforeReadRange");
      case "equals" -> arguments.length == 2 ? compare("afterEquals") : null;
      default -> null;
    };
  }

  /** The array is the first argument; with bounds the range follows, else it is all of it. */
  private static BridgeBody range(boolean bounds, Class<?> hooks, String hook) {
    return bridge -> {
      bridge.load(0);
      if (bounds) {
        bridge.load(1);
        bridge.load(2);
      } else {
        bridge.push(0);
        bridge.push(Integer.MAX_VALUE);
      }
      bridge.caller();
      bridge.hook(hooks, hook, RANGE_DESC);
      bridge.original();
    };
  }

  /** {@code Collections.addAll}, whose elements are the second argument. */
  private static void elements(BridgeWriter bridge) {
    bridge.load(1);
    bridge.push(0);
    bridge.push(Integer.MAX_VALUE);
    bridge.caller();
    bridge.hook(ArrayHooks.class, "beforeReadRange", RANGE_DESC);
    bridge.original();
  }

  private static void prefix(BridgeWriter bridge) {
    bridge.load(0);
    bridge.push(0);
    bridge.load(1);
    bridge.caller();
    bridge.hook(ArrayHooks.class, "beforeReadRange", RANGE_DESC);
    bridge.original();
  }

  /** Two arrays are compared, which the hook learns together with the result. */
  static BridgeBody compare(String hook) {
    return bridge -> {
      bridge.original();
      bridge.duplicateResult();
      bridge.load(0);
      bridge.load(1);
      bridge.caller();
      bridge.hook(
          RangeHooks.class,
          hook,
          "(ZLjava/lang/Object;Ljava/lang/Object;" + BridgeWriter.CALLER + ")V");
    };
  }

  /** All of an array has been read when the method returns without an exception. */
  static BridgeBody afterWhole(int array) {
    return bridge -> {
      bridge.original();
      bridge.load(array);
      bridge.caller();
      bridge.hook(RangeHooks.class, "beforeReadAll", WHOLE_DESC);
    };
  }

  /** The same for a part, whose start and length are the arguments behind the array. */
  static BridgeBody afterPart(int array) {
    return bridge -> {
      bridge.original();
      bridge.load(array);
      bridge.load(array + 1);
      bridge.load(array + 2);
      bridge.caller();
      bridge.hook(RangeHooks.class, "beforeRead", RANGE_DESC);
    };
  }

  /** {@code HexFormat.formatHex}, whose bounds are indices, and which may append to something. */
  private static BridgeBody hexadecimal(Call call) {
    int array = call.desc().startsWith("([") ? 1 : 2;
    if (!call.desc().contains("[BII")) {
      return afterWhole(array);
    }
    return bridge -> {
      bridge.original();
      bridge.load(array);
      bridge.load(array + 1);
      bridge.load(array + 2);
      bridge.caller();
      bridge.hook(ArrayHooks.class, "beforeReadRange", RANGE_DESC);
    };
  }

  private static @Nullable BridgeBody string(Call call) {
    return switch (call.name() + call.desc()) {
      case "join(Ljava/lang/CharSequence;[Ljava/lang/CharSequence;)Ljava/lang/String;" ->
          afterWhole(1);
      case "valueOf([C)Ljava/lang/String;",
          "copyValueOf([C)Ljava/lang/String;",
          "valueOf([CII)Ljava/lang/String;",
          "copyValueOf([CII)Ljava/lang/String;" ->
          givenArray(call, "beforeRead");
      case "getChars(II[CI)V", "getBytes(II[BI)V" -> RangeCalls::getChars;
      default -> null;
    };
  }

  private static void getChars(BridgeWriter bridge) {
    bridge.load(3);
    bridge.load(4);
    bridge.load(2);
    bridge.load(1);
    bridge.insn(Opcodes.ISUB);
    bridge.caller();
    bridge.hook(RangeHooks.class, "beforeWrite", RANGE_DESC);
    bridge.original();
  }

  private static void toArray(BridgeWriter bridge) {
    bridge.original();
    bridge.insn(Opcodes.DUP);
    bridge.load(1);
    bridge.caller();
    bridge.hook(
        RangeHooks.class,
        "afterToArray",
        "(Ljava/lang/Object;Ljava/lang/Object;" + BridgeWriter.CALLER + ")V");
  }

  /** Methods that read the array that is their only argument; others of the name write to it. */
  static @Nullable BridgeBody wholeArray(Call call) {
    return Type.getArgumentTypes(call.desc()).length == 1 ? givenArray(call, "beforeRead") : null;
  }

  /**
   * Methods whose arguments are an array of primitives, alone or with start and length; an index of
   * their own object may come first.
   */
  static @Nullable BridgeBody givenArray(Call call, String hook) {
    Type[] arguments = Type.getArgumentTypes(call.desc());
    int first = arguments.length > 1 && arguments[0].equals(Type.INT_TYPE) ? 1 : 0;
    if (!primitives(arguments, first)) {
      return null;
    }
    int array = (call.isStatic() ? 0 : 1) + first;
    if (arguments.length == first + 1) {
      return bridge -> {
        bridge.load(array);
        bridge.push(0);
        bridge.push(Integer.MAX_VALUE);
        bridge.caller();
        bridge.hook(ArrayHooks.class, hook + "Range", RANGE_DESC);
        bridge.original();
      };
    }
    return bridge -> {
      bridge.load(array);
      bridge.load(array + 1);
      bridge.load(array + 2);
      bridge.caller();
      bridge.hook(RangeHooks.class, hook, RANGE_DESC);
      bridge.original();
    };
  }

  /** Whether the arguments from one on are an array of primitives, alone or with two numbers. */
  static boolean primitives(Type[] arguments, int first) {
    if (arguments.length <= first
        || arguments[first].getSort() != Type.ARRAY
        || arguments[first].getDescriptor().length() != 2) {
      return false;
    }
    return arguments.length == first + 1
        || arguments.length == first + 3
            && arguments[first + 1].equals(Type.INT_TYPE)
            && arguments[first + 2].equals(Type.INT_TYPE);
  }
}
