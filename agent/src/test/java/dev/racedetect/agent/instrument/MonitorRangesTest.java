package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Between the entry of a monitor and the range of the handler that exits it, nothing may throw: the
 * VM's compilers would leave the method to the interpreter.
 */
class MonitorRangesTest {
  /** Shapes of synchronized blocks. */
  static final class Subject {
    private int value;

    int plain(Object lock) {
      synchronized (lock) {
        return value++;
      }
    }

    /** The range of the handler begins at the target of a jump. */
    void loopAtTheStart(Object lock) {
      synchronized (lock) {
        while (value < 10) {
          value++;
        }
      }
    }

    /** Two handlers for any exception begin at one place. */
    void handlersAtTheStart(Object lock) {
      try {
        synchronized (lock) {
          try {
            value++;
          } catch (IllegalStateException e) {
            value--;
          } finally {
            value += 2;
          }
        }
      } catch (RuntimeException e) {
        value = 0;
      }
    }

    void nested(Object lock) {
      synchronized (lock) {
        synchronized (this) {
          value++;
        }
      }
    }
  }

  @Test
  void whatIsInsertedAfterAnEntryIsInTheRangeOfTheHandler() throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(instrumented()).accept(node, 0);
    int entries = 0;
    for (MethodNode method : node.methods) {
      InsnList code = method.instructions;
      for (AbstractInsnNode i : code) {
        if (i.getOpcode() == Opcodes.MONITORENTER) {
          entries++;
          AbstractInsnNode hook = nextCall(i);
          assertThat(((MethodInsnNode) hook).name).as(method.name).isEqualTo("afterEnter");
          assertThat(covered(method, i, hook)).as(method.name).isTrue();
        }
      }
    }
    assertThat(entries).isEqualTo(5);
  }

  private static AbstractInsnNode nextCall(AbstractInsnNode from) {
    AbstractInsnNode i = from;
    while (!(i instanceof MethodInsnNode)) {
      i = i.getNext();
    }
    return i;
  }

  /** Whether a handler for any exception covers the call, and not what precedes it. */
  private static boolean covered(MethodNode method, AbstractInsnNode entry, AbstractInsnNode call) {
    InsnList code = method.instructions;
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int start = code.indexOf(block.start);
      if (block.type == null
          && start > code.indexOf(entry)
          && start < code.indexOf(call)
          && code.indexOf(block.end) > code.indexOf(call)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theResultVerifies() throws IOException {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(instrumented()), null, false, new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
  }

  private static byte[] instrumented() throws IOException {
    String file = "/" + Subject.class.getName().replace('.', '/') + ".class";
    try (InputStream in = MonitorRangesTest.class.getResourceAsStream(file)) {
      ClassReader original = new ClassReader(in.readAllBytes());
      ClassNode renamed = new ClassNode();
      original.accept(
          new ClassRemapper(
              renamed, new SimpleRemapper(Opcodes.ASM9, original.getClassName(), "subject/S")),
          0);
      ClassWriter writer = new ClassWriter(0);
      renamed.accept(writer);
      ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
      return new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
          .instrument(MonitorRangesTest.class.getClassLoader(), writer.toByteArray(), true)
          .classfile();
    }
  }
}
