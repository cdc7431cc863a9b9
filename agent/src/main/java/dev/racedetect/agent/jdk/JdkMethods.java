package dev.racedetect.agent.jdk;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites some methods of a class of the JDK, where no branch is added: the frames stay valid. */
final class JdkMethods {

  /** What becomes of a method. */
  interface Change {
    /**
     * The visitor of the method's code.
     *
     * @param behind writes the method
     * @param name of the method
     * @param desc its descriptor
     * @return {@code behind} itself if the method stays as it is
     */
    MethodVisitor of(MethodVisitor behind, String name, String desc);
  }

  private JdkMethods() {}

  /** The class file with the change; the depth of each stack is computed. */
  static byte[] rewrite(byte[] classfile, Change change) {
    ClassReader reader = new ClassReader(classfile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String desc, String signature, String[] exceptions) {
            return change.of(
                super.visitMethod(access, name, desc, signature, exceptions), name, desc);
          }
        },
        0);
    return writer.toByteArray();
  }
}
