package dev.racedetect.agent.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

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
public final class MonitorRanges extends InstructionGate {
  /** By the original starts of handlers for any exception, until those are bound. */
  private final Map<Label, Label> starts = new HashMap<>();

  /** Labels have no equality of their own. */
  private final Set<Label> bound = new HashSet<>();

  private @Nullable Runnable pending;

  /** For one method. */
  public MonitorRanges(MethodVisitor behind) {
    super(behind);
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
    beforeInstruction();
    bound.add(label);
    super.visitLabel(label);
  }

  @Override
  void beforeInstruction() {
    Runnable insertion = pending;
    if (insertion != null) {
      pending = null;
      insertion.run();
    }
  }
}
