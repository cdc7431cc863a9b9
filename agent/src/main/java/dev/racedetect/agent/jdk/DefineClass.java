package dev.racedetect.agent.jdk;

import dev.racedetect.runtime.hook.NestedDefinitions;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Lets {@code ClassLoader.defineClass} pass class files through {@link NestedDefinitions}. */
final class DefineClass {
  static final String TARGET = "java/lang/ClassLoader";

  private static final String METHOD =
      "defineClass(Ljava/lang/String;[BIILjava/security/ProtectionDomain;)Ljava/lang/Class;";
  private static final String HOOKS = Type.getInternalName(NestedDefinitions.class);

  private static final int NAME = 1;
  private static final int BYTES = 2;
  private static final int OFFSET = 3;
  private static final int LENGTH = 4;

  private DefineClass() {}

  static byte[] transform(byte[] classfile) {
    return JdkMethods.rewrite(
        classfile, (mv, name, desc) -> METHOD.equals(name + desc) ? offering(mv) : mv);
  }

  /** No branch is added: the frames stay valid, and the depth of the stack is computed. */
  private static MethodVisitor offering(MethodVisitor behind) {
    return new MethodVisitor(Opcodes.ASM9, behind) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, NAME);
        visitVarInsn(Opcodes.ALOAD, BYTES);
        visitVarInsn(Opcodes.ILOAD, OFFSET);
        visitVarInsn(Opcodes.ILOAD, LENGTH);
        hook("offer", "(Ljava/lang/ClassLoader;Ljava/lang/String;[BII)[B");
        // STACK: offered -> offered, offered, offered
        visitInsn(Opcodes.DUP);
        visitInsn(Opcodes.DUP);
        visitVarInsn(Opcodes.ALOAD, BYTES);
        visitVarInsn(Opcodes.ILOAD, OFFSET);
        hook("offset", "([B[BI)I");
        visitVarInsn(Opcodes.ISTORE, OFFSET);
        visitVarInsn(Opcodes.ALOAD, BYTES);
        visitVarInsn(Opcodes.ILOAD, LENGTH);
        hook("length", "([B[BI)I");
        visitVarInsn(Opcodes.ISTORE, LENGTH);
        visitVarInsn(Opcodes.ASTORE, BYTES);
      }

      private void hook(String name, String desc) {
        visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, desc, false);
      }
    };
  }
}
