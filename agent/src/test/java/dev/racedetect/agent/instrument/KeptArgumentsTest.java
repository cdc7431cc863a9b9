package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Methods that lose their arguments on the way, as optimisers of class files write them. */
class KeptArgumentsTest {
  private static final String NAME = "Optimised";

  private static final int SYNCHRONIZED = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED;

  /** What such a class has, each on its own, so that none hides another. */
  enum Optimised {
    CONSTRUCTOR,
    METHOD,
    STATIC_METHOD
  }

  private static byte[] classfile(Optimised what) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    type.visitField(Opcodes.ACC_FINAL, "f", "I", null, null).visitEnd();
    type.visitField(Opcodes.ACC_FINAL, "names", "[I", null, null).visitEnd();
    switch (what) {
      case CONSTRUCTOR -> constructor(type);
      case METHOD -> reuse(type, SYNCHRONIZED);
      case STATIC_METHOD -> reuse(type, SYNCHRONIZED | Opcodes.ACC_STATIC);
    }
    type.visitEnd();
    return type.toByteArray();
  }

  /** A constructor without {@code this} in its last frame. */
  private static void constructor(ClassWriter type) {
    MethodVisitor mv = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(J)V", null, null);
    mv.visitCode();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitInsn(Opcodes.ICONST_3);
    mv.visitFieldInsn(Opcodes.PUTFIELD, NAME, "f", "I");
    mv.visitVarInsn(Opcodes.LLOAD, 1);
    mv.visitInsn(Opcodes.L2I);
    Label callSuper = new Label();
    mv.visitJumpInsn(Opcodes.IFEQ, callSuper);
    mv.visitLabel(callSuper);
    mv.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.UNINITIALIZED_THIS}, 0, null);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitIntInsn(Opcodes.BIPUSH, 8);
    mv.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
    mv.visitFieldInsn(Opcodes.PUTFIELD, NAME, "names", "[I");
    mv.visitInsn(Opcodes.ICONST_0);
    mv.visitVarInsn(Opcodes.ISTORE, 1);
    Label again = new Label();
    mv.visitLabel(again);
    mv.visitFrame(Opcodes.F_NEW, 2, new Object[] {Opcodes.TOP, Opcodes.INTEGER}, 0, null);
    mv.visitIincInsn(1, 1);
    mv.visitVarInsn(Opcodes.ILOAD, 1);
    mv.visitIntInsn(Opcodes.BIPUSH, 9);
    mv.visitJumpInsn(Opcodes.IF_ICMPLT, again);
    mv.visitFrame(Opcodes.F_NEW, 0, null, 0, null);
    mv.visitInsn(Opcodes.RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  /** Adds one to its argument, by way of the first variables. */
  private static void reuse(ClassWriter type, int access) {
    MethodVisitor mv = type.visitMethod(access, "addOne", "(Ljava/lang/Integer;)I", null, null);
    mv.visitCode();
    mv.visitVarInsn(Opcodes.ALOAD, (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1);
    mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    mv.visitVarInsn(Opcodes.ISTORE, 0);
    mv.visitInsn(Opcodes.ICONST_1);
    mv.visitVarInsn(Opcodes.ISTORE, 1);
    mv.visitVarInsn(Opcodes.ILOAD, 0);
    mv.visitVarInsn(Opcodes.ILOAD, 1);
    mv.visitInsn(Opcodes.IADD);
    mv.visitInsn(Opcodes.IRETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(KeptArgumentsTest.class.getClassLoader());
    }

    Class<?> define(byte[] classfile) {
      return defineClass(NAME, classfile, 0, classfile.length);
    }
  }

  private static byte[] instrumented(Optimised what) {
    ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
    return new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
        .instrument(KeptArgumentsTest.class.getClassLoader(), classfile(what), true)
        .classfile();
  }

  @ParameterizedTest
  @EnumSource
  void areVerified(Optimised what) {
    assertThat(initialise(instrumented(what))).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void areSoundBefore(Optimised what) {
    assertThat(initialise(classfile(what))).isNull();
  }

  /** Verifies the class first (JVMS 5.5). */
  private static Throwable initialise(byte[] classfile) {
    Class<?> type = new Loader().define(classfile);
    return catchThrowable(() -> Class.forName(NAME, true, type.getClassLoader()));
  }
}
