package dev.racedetect.agent.contract;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.runtime.hook.AqsHooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * JDK synchronisers that the table does not know, such as those of a later release: followed by
 * their fields, atomic actions and monitors, so that they raise no false alarm.
 *
 * <p>Coarse: all fields of one object share a clock, plain and opaque accesses count as ordered, a
 * failed compare-and-set releases. Such a class can hide races between its users. What is read
 * optimistically, as under a {@code StampedLock}, is not known to be so: a class that promises it
 * needs rows.
 */
final class Fallback {
  private static final String PACKAGE = "java/util/concurrent/";
  private static final String SYNCHRONIZER = PACKAGE + "locks/AbstractQueued";

  private final boolean on;
  private final Set<String> covered = new HashSet<>();
  private final ClassHierarchy hierarchy = new ClassHierarchy();

  /**
   * Makes one that follows what is not {@link #cover covered}.
   *
   * @param on whether it follows any class at all
   */
  Fallback(boolean on) {
    this.on = on;
  }

  /** Notes that a class, and all that is nested with it, is spoken for. */
  void cover(String internalName) {
    covered.add(outermost(internalName));
  }

  boolean follows(String internalName) {
    return on && internalName.startsWith(PACKAGE) && !covered.contains(outermost(internalName));
  }

  static String outermost(String internalName) {
    int nested = internalName.indexOf('$');
    return nested < 0 ? internalName : internalName.substring(0, nested);
  }

  /** The class file with its synchronisation followed. */
  byte[] weave(String internalName, byte[] classfile) {
    ClassReader reader = new ClassReader(classfile);
    if (reader.getSuperName() != null && reader.getSuperName().startsWith(SYNCHRONIZER)) {
      AqsHooks.follow(outermost(internalName).replace('/', '.'));
    }
    Map<String, Integer> locals = locals(reader);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String desc,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor mv = super.visitMethod(access, name, desc, signature, exceptions);
            Integer free = locals.get(name + desc);
            return free == null ? mv : new FallbackMethod(mv, internalName, hierarchy, free);
          }
        },
        0);
    Contract monitors =
        new Contract(
            internalName,
            MethodPattern.parse("*"),
            Moment.parse("monitors"),
            Operation.parse("locked"),
            List.of(),
            JdkRange.ALL);
    return ContractWeaver.weave(writer.toByteArray(), List.of(monitors), new ArrayList<>());
  }

  /** How many slots each method with code uses. */
  private static Map<String, Integer> locals(ClassReader reader) {
    Map<String, Integer> locals = new HashMap<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String desc,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMaxs(int maxStack, int maxLocals) {
                locals.put(name + desc, maxLocals);
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG);
    return locals;
  }
}
