package dev.racedetect.agent.hierarchy;

import org.objectweb.asm.Opcodes;

/**
 * A field as a class file declares it.
 *
 * @param name its name
 * @param desc its descriptor
 * @param access its access flags
 * @param constant whether it has a compile-time constant value
 * @param benign whether an annotation says that races on it are meant to be
 * @param bare whether there is no room for shadow state
 */
public record FieldFacts(
    String name, String desc, int access, boolean constant, boolean benign, boolean bare) {

  /** This field in a class that has no room for its shadow state; volatile ones keep theirs. */
  FieldFacts withoutShadow() {
    return isVolatile() ? this : new FieldFacts(name, desc, access, constant, benign, true);
  }

  /** Whether it is static. */
  public boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  /** Whether it is final. */
  public boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether it is volatile. */
  public boolean isVolatile() {
    return (access & Opcodes.ACC_VOLATILE) != 0;
  }

  /** Whether it holds a reference. */
  public boolean isReference() {
    return desc.charAt(0) == 'L' || desc.charAt(0) == '[';
  }

  /** Whether the compiler made it, as the counters of coverage tools. */
  public boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }
}
