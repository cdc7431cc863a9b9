package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2B;
import static org.objectweb.asm.Opcodes.I2S;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.ICONST_5;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.SALOAD;
import static org.objectweb.asm.Opcodes.SASTORE;

import dev.racedetect.agent.hierarchy.FieldFacts;
import java.util.BitSet;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Leaves the probes of coverage tools unchecked: a class that such a tool has rewritten before sets
 * elements of an array that no programmer declared, in all threads and without any order. Known by
 * where the array comes from: {@code $jacocoInit()} or the constant {@code $jacocoData}, or a
 * synthetic static field of the class itself. Others than elements of such arrays are not affected;
 * the compiler's own synthetic arrays (tables of enum switches) are only written by initialisers.
 */
final class ProbeArrayVisitor extends ConcernVisitor {
  /** What comes behind the check of array elements. */
  private final MethodVisitor unchecked;

  /** Variables that hold a probe array. */
  private final BitSet variables = new BitSet();

  /** Whether the array of the element access that is being prepared is one of probes. */
  private boolean probe;

  ProbeArrayVisitor(
      MethodVisitor checked,
      MethodVisitor unchecked,
      ClassContext type,
      MethodFrame.Locals locals) {
    super(checked, type, locals);
    this.unchecked = unchecked;
  }

  @Override
  public void visitInsn(int opcode) {
    boolean load = opcode >= IALOAD && opcode <= SALOAD;
    boolean store = opcode >= IASTORE && opcode <= SASTORE;
    if (probe && opcode != AALOAD && opcode != AASTORE && (load || store)) {
      unchecked.visitInsn(opcode);
    } else {
      super.visitInsn(opcode);
    }
    probe &= load ? opcode != AALOAD : prepares(opcode);
  }

  /** Whether an instruction may stand between the array and the store of {@code array[n] += 1}. */
  private static boolean prepares(int opcode) {
    return opcode >= ICONST_M1 && opcode <= ICONST_5
        || opcode == LCONST_0
        || opcode == LCONST_1
        || opcode == DUP
        || opcode == DUP2
        || opcode == IADD
        || opcode == LADD
        || opcode >= I2B && opcode <= I2S;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    if (opcode == ASTORE) {
      variables.set(variable, probe);
      probe = false;
    } else {
      probe = opcode == ALOAD && variables.get(variable);
    }
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    super.visitMethodInsn(opcode, owner, name, desc, itf);
    probe = opcode == INVOKESTATIC && name.startsWith("$jacoco");
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    super.visitFieldInsn(opcode, owner, name, desc);
    FieldFacts field =
        opcode == GETSTATIC && owner.equals(type.facts().name())
            ? type.facts().field(name, desc)
            : null;
    probe = field != null && field.isSynthetic();
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    if (value instanceof ConstantDynamic constant) {
      probe = constant.getName().startsWith("$jacoco");
    } else {
      probe &= value instanceof Integer;
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    probe &= opcode != NEWARRAY;
  }

  @Override
  public void visitTypeInsn(int opcode, String operand) {
    super.visitTypeInsn(opcode, operand);
    // A constant of type Object is cast to the array first.
    probe &= operand.startsWith("[");
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    probe = false;
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    probe = false;
  }
}
