package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.HiddenFrames;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
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
    ClassReader reader = new ClassReader(classfile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String desc, String signature, String[] exceptions) {
            MethodVisitor mv = super.visitMethod(access, name, desc, signature, exceptions);
            return name.equals("of") && desc.endsWith(")" + FRAMES) ? filtering(mv) : mv;
          }
        },
        0);
    return writer.toByteArray();
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
