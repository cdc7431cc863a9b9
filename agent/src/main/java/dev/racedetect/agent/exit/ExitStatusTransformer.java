package dev.racedetect.agent.exit;

import dev.racedetect.runtime.report.ExitStatus;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts calls of {@link ExitStatus} into the JDK's last steps. Only method bodies change, and no
 * branch is added, so the classes can be retransformed and their frames stay valid.
 *
 * <p>{@code java.lang.Shutdown} is the package-private class behind {@code System.exit}, {@code
 * Runtime.halt} and the normal end; its {@code halt(int)} and {@code shutdown()} have been the last
 * Java code of a JVM in every version since 17. {@link #isComplete()} tells whether they still are.
 */
public final class ExitStatusTransformer {

  /** Internal name of the class for {@link #transform}. */
  public static final String SHUTDOWN = "java/lang/Shutdown";

  /** Internal name of the class for {@link #transformThread}. */
  public static final String THREAD = "java/lang/Thread";

  private static final String EXIT_STATUS = Type.getInternalName(ExitStatus.class);

  private boolean sawHalt;
  private boolean sawNormalEnd;
  private boolean sawUncaught;

  /**
   * Makes the closing lines come out and the status be replaced when the JVM ends.
   *
   * @param classfile the class file of {@code java.lang.Shutdown}
   * @return the changed class file
   */
  public byte[] transform(byte[] classfile) {
    return rewrite(classfile, new ShutdownVisitor());
  }

  /**
   * Makes the end of {@code main} by an exception known: the status is then 1 and stays so.
   *
   * @param classfile the class file of {@code java.lang.Thread}
   * @return the changed class file
   */
  public byte[] transformThread(byte[] classfile) {
    return rewrite(classfile, new ThreadVisitor());
  }

  /**
   * Whether all places were found, after both transformations. If not, the closing lines or the
   * exit status are missing on this JDK, which has to be said aloud.
   */
  public boolean isComplete() {
    return sawHalt && sawNormalEnd && sawUncaught;
  }

  private static byte[] rewrite(byte[] classfile, Rewriter visitor) {
    ClassReader reader = new ClassReader(classfile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    visitor.to(writer);
    reader.accept(visitor, 0);
    return writer.toByteArray();
  }

  /** A visitor whose target is known late. */
  private abstract static class Rewriter extends ClassVisitor {
    Rewriter() {
      super(Opcodes.ASM9);
    }

    final void to(ClassVisitor target) {
      cv = target;
    }

    @Override
    public final MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor target = super.visitMethod(access, name, descriptor, signature, exceptions);
      return method(name + descriptor, target);
    }

    abstract MethodVisitor method(String nameAndDescriptor, MethodVisitor target);
  }

  private final class ShutdownVisitor extends Rewriter {
    @Override
    MethodVisitor method(String nameAndDescriptor, MethodVisitor target) {
      if (nameAndDescriptor.equals("halt(I)V")) {
        sawHalt = true;
        return new MethodVisitor(Opcodes.ASM9, target) {
          @Override
          public void visitCode() {
            super.visitCode();
            // status = ExitStatus.atExit(status)
            super.visitVarInsn(Opcodes.ILOAD, 0);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT_STATUS, "atExit", "(I)I", false);
            super.visitVarInsn(Opcodes.ISTORE, 0);
          }
        };
      }
      if (nameAndDescriptor.equals("shutdown()V")) {
        sawNormalEnd = true;
        return new MethodVisitor(Opcodes.ASM9, target) {
          @Override
          public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
              super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT_STATUS, "atNormalEnd", "()V", false);
            }
            super.visitInsn(opcode);
          }
        };
      }
      return target;
    }
  }

  private final class ThreadVisitor extends Rewriter {
    @Override
    MethodVisitor method(String nameAndDescriptor, MethodVisitor target) {
      if (!nameAndDescriptor.equals("dispatchUncaughtException(Ljava/lang/Throwable;)V")) {
        return target;
      }
      sawUncaught = true;
      return new MethodVisitor(Opcodes.ASM9, target) {
        @Override
        public void visitCode() {
          super.visitCode();
          super.visitVarInsn(Opcodes.ALOAD, 0);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, EXIT_STATUS, "uncaught", "(Ljava/lang/Thread;)V", false);
        }
      };
    }
  }
}
