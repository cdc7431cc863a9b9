package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.subject.Monitors;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Handlers that exit monitors, in a form that both compilers of HotSpot take. */
class MonitorHandlersTest {
  private final ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());

  private ClassNode instrumented(byte[] original, boolean twoForms) {
    byte[] classfile =
        new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()), twoForms)
            .instrument(Monitors.class.getClassLoader(), original, true)
            .classfile();
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classfile),
        Monitors.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
    ClassNode node = new ClassNode();
    new ClassReader(classfile).accept(node, 0);
    return node;
  }

  private static boolean goesOn(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode != Opcodes.GOTO
        && opcode != Opcodes.ATHROW
        && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }

  /** C1 refuses a method in which the code before a handler runs into it. */
  private static void assertNoHandlerIsRunInto(ClassNode type) {
    int handlers = 0;
    for (MethodNode method : type.methods) {
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        AbstractInsnNode before = block.handler.getPrevious();
        while (before != null && before.getOpcode() < 0) {
          before = before.getPrevious();
        }
        assertThat(before == null || goesOn(before)).as(method.name).isFalse();
        handlers++;
      }
    }
    assertThat(handlers).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noneIsRunInto(boolean twoForms) throws IOException {
    try (InputStream in = Monitors.class.getResourceAsStream("Monitors.class")) {
      assertNoHandlerIsRunInto(instrumented(in.readAllBytes(), twoForms));
    }
  }

  /** As the Eclipse compiler writes it: the exception stays on the stack. */
  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17})
  void anExceptionThatIsNotStored(int version) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = "dev/racedetect/subject/OnStack";
    writer.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor mv = writer.visitMethod(Opcodes.ACC_PUBLIC, "all", "()V", null, null);
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label last = new Label();
    mv.visitCode();
    mv.visitTryCatchBlock(start, end, handler, null);
    mv.visitTryCatchBlock(handler, last, handler, null);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ASTORE, 1);
    mv.visitInsn(Opcodes.MONITORENTER);
    mv.visitLabel(start);
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "yield", "()V", false);
    mv.visitVarInsn(Opcodes.ALOAD, 1);
    mv.visitInsn(Opcodes.MONITOREXIT);
    mv.visitLabel(end);
    mv.visitInsn(Opcodes.RETURN);
    mv.visitLabel(handler);
    if (version >= Opcodes.V1_6) {
      mv.visitFrame(
          Opcodes.F_NEW, 2, new Object[] {name, name}, 1, new Object[] {"java/lang/Throwable"});
    }
    mv.visitVarInsn(Opcodes.ALOAD, 1);
    mv.visitInsn(Opcodes.MONITOREXIT);
    mv.visitLabel(last);
    mv.visitInsn(Opcodes.ATHROW);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    writer.visitEnd();
    assertNoHandlerIsRunInto(instrumented(writer.toByteArray(), false));
  }

  @Test
  void theReleaseComesOnceOnEachWay() throws IOException {
    try (InputStream in = Monitors.class.getResourceAsStream("Monitors.class")) {
      for (MethodNode method : instrumented(in.readAllBytes(), false).methods) {
        if (method.name.equals("wide")) {
          long exits = 0;
          for (AbstractInsnNode insn : method.instructions) {
            exits += insn.getOpcode() == Opcodes.MONITOREXIT ? 1 : 0;
          }
          // At the end of the block, at the release after an exception, at the exit behind it.
          assertThat(exits).isEqualTo(3);
        }
      }
    }
  }
}
