package dev.racedetect.agent.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Keeps what is inserted after {@code monitorenter} within the range of the handler that exits the
 * monitor. That range begins with the instruction after {@code monitorenter}; a call between the
 * two could leave the method with the monitor entered, and the VM's compilers refuse a method with
 * such a path for good: it would be interpreted for ever.
 *
 * <p>The start of the range may be the target of a jump as well (a loop at the start of the block),
 * so the call cannot simply go behind the label. Instead the ranges that begin at a label begin at
 * a label of our own, which is bound before the call.
 */
public final class MonitorRanges extends MethodVisitor {
  /** By the original starts of handlers for any exception, until those are bound. */
  private final Map<Label, Label> starts = new HashMap<>();

  /** Labels have no equality of their own. */
  private final Set<Label> bound = new HashSet<>();

  private @Nullable Runnable pending;

  /** For one method. */
  public MonitorRanges(MethodVisitor behind) {
    super(Opcodes.ASM9, behind);
  }

  /**
   * A monitor was entered.
   *
   * @param insertion emits, behind this visitor, what is to be inserted
   */
  public void entered(Runnable insertion) {
    pending = insertion;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    boolean ahead = type == null && !bound.contains(start);
    Label from = ahead ? starts.computeIfAbsent(start, l -> new Label()) : start;
    super.visitTryCatchBlock(from, end, handler, type);
  }

  @Override
  public void visitLabel(Label label) {
    Label start = starts.remove(label);
    if (start != null) {
      super.visitLabel(start);
    }
    insert();
    bound.add(label);
    super.visitLabel(label);
  }

  private void insert() {
    Runnable insertion = pending;
    if (insertion != null) {
      pending = null;
      insertion.run();
    }
  }

  @Override
  public void visitInsn(int opcode) {
    insert();
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    insert();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    insert();
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    insert();
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    insert();
    super.visitFieldInsn(opcode, owner, name, desc);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    insert();
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }

  @Override
  public void visitInvokeDynamicInsn(String name, String desc, Handle method, Object... arguments) {
    insert();
    super.visitInvokeDynamicInsn(name, desc, method, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    insert();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    insert();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    insert();
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    insert();
    super.visitTableSwitchInsn(min, max, other, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    insert();
    super.visitLookupSwitchInsn(other, keys, labels);
  }

  @Override
  public void visitMultiANewArrayInsn(String desc, int dimensions) {
    insert();
    super.visitMultiANewArrayInsn(desc, dimensions);
  }
}
