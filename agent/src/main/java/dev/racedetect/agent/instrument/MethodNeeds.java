package dev.racedetect.agent.instrument;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the methods that need a hook at all; the others are copied as they are. */
final class MethodNeeds extends ClassVisitor {
  private final BitSet needed = new BitSet();
  private final Map<Integer, Integer> arrayAccesses = new HashMap<>();
  private final BitSet loops = new BitSet();
  private int method = -1;

  private MethodNeeds() {
    super(Opcodes.ASM9);
  }

  /** Looks at all methods of a class. They are told apart by their index in the class file. */
  static MethodNeeds of(ClassReader reader) {
    MethodNeeds needs = new MethodNeeds();
    reader.accept(needs, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return needs;
  }

  /** Whether a method needs a hook. */
  boolean hooks(int index) {
    return needed.get(index);
  }

  /** Whether a method has a loop that is closed by a plain jump. */
  boolean loops(int index) {
    return loops.get(index);
  }

  /** How many instructions of a method load or store an array element. */
  int arrayAccesses(int index) {
    return arrayAccesses.getOrDefault(index, 0);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String desc, String signature, String[] exceptions) {
    method++;
    if ((access & Opcodes.ACC_SYNCHRONIZED) != 0 || name.equals("<clinit>")) {
      needed.set(method);
    }
    return new MethodVisitor(Opcodes.ASM9) {
      private final Set<Label> passed = new HashSet<>();

      @Override
      public void visitLabel(Label label) {
        passed.add(label);
      }

      @Override
      public void visitJumpInsn(int opcode, Label label) {
        if (opcode == Opcodes.GOTO && passed.contains(label)) {
          loops.set(method);
        }
      }

      @Override
      public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
            || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
          arrayAccesses.merge(method, 1, Integer::sum);
          needed.set(method);
        } else if (opcode == Opcodes.MONITORENTER) {
          needed.set(method);
        }
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String type) {
        needed.set(method);
      }

      @Override
      public void visitMethodInsn(int opcode, String owner, String m, String type, boolean itf) {
        needed.set(method);
      }

      @Override
      public void visitInvokeDynamicInsn(String m, String type, Handle b, Object... arguments) {
        needed.set(method);
      }
    };
  }
}
