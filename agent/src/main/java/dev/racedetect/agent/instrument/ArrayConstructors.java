package dev.racedetect.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Constructors of the JDK that read an array that they are given, as their Javadoc says: the object
 * has a copy of the elements, or a value made of them.
 *
 * <p>Not among them are those that keep the array itself, and those that read a number of elements
 * that the arguments do not tell, as {@code DESKeySpec} does.
 */
final class ArrayConstructors {
  private ArrayConstructors() {}

  /**
   * A range of an array among the arguments of a constructor.
   *
   * @param array index of the argument
   * @param from index of the argument that is the first element, with the length behind it; -1 for
   *     the whole array
   */
  record Range(int array, int from) {}

  /**
   * What a constructor reads.
   *
   * @param arguments the types of its arguments
   * @param always whether it does so whatever the elements are
   */
  record Reads(List<Type> arguments, List<Range> ranges, boolean always) {
    /** Whether the call can be told before it is made, with the array on top of the stack. */
    boolean isSimple() {
      return always && ranges.equals(List.of(new Range(arguments.size() - 1, -1)));
    }

    /** The variables that the arguments need, if they have to be put aside. */
    Spill spill() {
      int numbers = 0;
      for (Type argument : arguments) {
        numbers += isNumber(argument) ? 1 : 0;
      }
      return isSimple() ? Spill.NOTHING : new Spill(numbers, arguments.size() - numbers);
    }
  }

  /**
   * Variables for the arguments of a constructor, which are put aside while it runs.
   *
   * @param numbers how many of them are an {@code int}
   * @param references how many of them are references
   */
  record Spill(int numbers, int references) {
    static final Spill NOTHING = new Spill(0, 0);

    /** What is enough for both. */
    Spill max(Spill other) {
      return new Spill(Math.max(numbers, other.numbers), Math.max(references, other.references));
    }
  }

  static boolean isNumber(Type argument) {
    return argument.equals(Type.INT_TYPE);
  }

  /**
   * What a constructor reads.
   *
   * @param owner internal name of its class
   * @return null if it is none of them
   */
  static @Nullable Reads find(String owner, String desc) {
    return owner.startsWith("java") && desc.indexOf('[') > 0 && copies(owner)
        ? reads(owner, desc)
        : null;
  }

  private static boolean copies(String owner) {
    return switch (owner) {
      case "java/lang/String",
          "java/math/BigDecimal",
          "java/math/BigInteger",
          "java/util/concurrent/CopyOnWriteArrayList",
          "java/util/concurrent/atomic/AtomicIntegerArray",
          "java/util/concurrent/atomic/AtomicLongArray",
          "java/util/concurrent/atomic/AtomicReferenceArray",
          "java/net/PasswordAuthentication",
          "java/security/KeyStore$PasswordProtection",
          "java/security/SecureRandom",
          "java/security/spec/PKCS8EncodedKeySpec",
          "java/security/spec/X509EncodedKeySpec",
          "javax/crypto/spec/GCMParameterSpec",
          "javax/crypto/spec/IvParameterSpec",
          "javax/crypto/spec/PBEKeySpec",
          "javax/crypto/spec/PBEParameterSpec",
          "javax/crypto/spec/SecretKeySpec" ->
          true;
      default -> false;
    };
  }

  /** Two numbers behind an array are first element and length, with two exceptions. */
  private static Reads reads(String owner, String desc) {
    List<Type> arguments = List.of(Type.getArgumentTypes(desc));
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).getSort() == Type.ARRAY) {
        int from = -1;
        if (desc.equals("([BIII)V")) {
          from = i + 2; // the high byte of all characters comes first
        } else if (!owner.equals("javax/crypto/spec/PBEKeySpec")
            && i + 2 < arguments.size()
            && isNumber(arguments.get(i + 1))
            && isNumber(arguments.get(i + 2))) {
          from = i + 1;
        }
        ranges.add(new Range(i, from));
      }
    }
    boolean parses = owner.equals("java/math/BigDecimal");
    return new Reads(arguments, ranges, !parses);
  }
}
