package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.HiddenMembers;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Hides injected static initialisers from the default {@code serialVersionUID} of a class, of which
 * the presence of one is part (Java Object Serialization Specification, 4.6).
 */
final class InitializerFilter {
  static final String TARGET = "java/io/ObjectStreamClass";

  private static final String ASKED = "hasStaticInitializer";
  private static final String DESC = "(Ljava/lang/Class;)Z";

  private InitializerFilter() {}

  static byte[] transform(byte[] classfile) {
    return JdkMethods.rewrite(classfile, (mv, name, desc) -> filtering(mv));
  }

  private static MethodVisitor filtering(MethodVisitor behind) {
    return new MethodVisitor(Opcodes.ASM9, behind) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String desc, boolean isInterface) {
        boolean asked = owner.equals(TARGET) && name.equals(ASKED) && desc.equals(DESC);
        if (asked) {
          // STACK: class -> class, class
          visitInsn(Opcodes.DUP);
        }
        super.visitMethodInsn(opcode, owner, name, desc, isInterface);
        if (asked) {
          // STACK: class, any -> own
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              Type.getInternalName(HiddenMembers.class),
              "initializer",
              "(Ljava/lang/Class;Z)Z",
              false);
          HiddenMembers.hideInitializers();
        }
      }
    };
  }
}
