package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.HiddenFrames;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Passes the stack of a throwable through {@link HiddenFrames}, in the factory methods of {@code
 * StackTraceElement}. Those who walk stacks otherwise see a method twice that runs in its checked
 * form.
 */
final class FrameFilter {
  static final String TARGET = "java/lang/StackTraceElement";

  private static final String FRAMES = "[Ljava/lang/StackTraceElement;";

  private FrameFilter() {}

  static byte[] transform(byte[] classfile) {
    return JdkMethods.rewrite(
        classfile,
        (mv, name, desc) -> name.equals("of") && desc.endsWith(")" + FRAMES) ? filtering(mv) : mv);
  }

  private static MethodVisitor filtering(MethodVisitor behind) {
    return new MethodVisitor(Opcodes.ASM9, behind) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
          visitMethodInsn(
              Opcodes.INVOKESTATIC,
              Type.getInternalName(HiddenFrames.class),
              "of",
              "(" + FRAMES + ")" + FRAMES,
              false);
        }
        super.visitInsn(opcode);
      }
    };
  }
}
