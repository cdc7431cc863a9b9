package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.HiddenMembers;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Hides the injected members: the JDK passes all reflected fields and methods of a class through
 * {@code jdk.internal.reflect.Reflection.filterFields} and {@code filterMethods}; ours are dropped
 * there first.
 */
final class ReflectionFilter {
  static final String TARGET = "jdk/internal/reflect/Reflection";

  private ReflectionFilter() {}

  static byte[] transform(byte[] classfile) {
    return JdkMethods.rewrite(
        classfile,
        (mv, name, desc) ->
            switch (name) {
              case "filterFields" -> filtering(mv, "fields", "[Ljava/lang/reflect/Field;");
              case "filterMethods" -> filtering(mv, "methods", "[Ljava/lang/reflect/Method;");
              default -> mv;
            });
  }

  /** The second argument is replaced by what is left of it. */
  private static MethodVisitor filtering(MethodVisitor behind, String filter, String array) {
    return new MethodVisitor(Opcodes.ASM9, behind) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 1);
        visitMethodInsn(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(HiddenMembers.class),
            filter,
            "(" + array + ")" + array,
            false);
        visitVarInsn(Opcodes.ASTORE, 1);
      }
    };
  }
}
