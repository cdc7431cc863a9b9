package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.NestedDefinitions;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets {@code Lookup.defineHiddenClass} pass class files through {@link NestedDefinitions}: the JVM
 * offers hidden classes to no agent. What the JDK makes for lambdas takes another way, or (JDK 17)
 * is left alone there.
 */
final class HiddenClasses {
  static final String TARGET = "java/lang/invoke/MethodHandles$Lookup";

  private static final String HOOKS = Type.getInternalName(NestedDefinitions.class);
  private static final int BYTES = 1;

  private HiddenClasses() {}

  static byte[] transform(byte[] classfile) {
    return JdkMethods.rewrite(
        classfile,
        (mv, name, desc) ->
            name.startsWith("defineHiddenClass") && desc.startsWith("([B") ? offering(mv) : mv);
  }

  private static MethodVisitor offering(MethodVisitor behind) {
    return new MethodVisitor(Opcodes.ASM9, behind) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, BYTES);
        visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "hidden", "(L" + TARGET + ";[B)[B", false);
        visitVarInsn(Opcodes.ASTORE, BYTES);
      }
    };
  }
}
