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
 * Moves the release of a monitor that an exception exits to where it is done once. Compilers let
 * the handler that exits the monitor handle its own exceptions, so that no way leads out with the
 * monitor entered: {@code handler: store e; load lock; monitorexit}. A call in there that finds the
 * stack exhausted would be repeated for ever. So the release goes ahead of the handler, under its
 * protection: all ranges lead to the release, and what that throws, to the handler.
 *
 * <p>If the release fails so, its edge is lost: only after a stack overflow or for want of memory.
 */
final class MonitorHandlers extends MethodVisitor {
  private static final int NONE = -1;

  private final MethodVisitor behindMonitors;
  private final MethodFrame.Locals locals;

  /** By each label of the exception table the one that takes its part: bound just before it. */
  private final Map<Label, Label> ahead = new HashMap<>();

  private final Set<Label> selfCovered = new HashSet<>();

  /** The handler whose beginning is held back; null if none is. */
  private @Nullable Label handler;

  private Object @Nullable [] frame;
  private int line = NONE;
  private int stored = NONE;
  private int lock = NONE;

  /**
   * For one method.
   *
   * @param monitors sees monitor instructions
   * @param behindMonitors is told of those that need no release any more
   */
  MonitorHandlers(
      MonitorVisitor monitors, MethodVisitor behindMonitors, MethodFrame.Locals locals) {
    super(Opcodes.ASM9, monitors);
    this.behindMonitors = behindMonitors;
    this.locals = locals;
  }

  private Label ahead(Label label) {
    return ahead.computeIfAbsent(label, l -> new Label());
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label target, @Nullable String type) {
    boolean self = start == target;
    if (self) {
      selfCovered.add(target);
    }
    super.visitTryCatchBlock(ahead(start), ahead(end), self ? target : ahead(target), type);
  }

  @Override
  public void visitLabel(Label label) {
    flush();
    Label before = ahead.get(label);
    if (before != null) {
      super.visitLabel(before);
    }
    if (selfCovered.contains(label)) {
      handler = label;
    } else {
      super.visitLabel(label);
    }
  }

  @Override
  public void visitFrame(
      int type, int localCount, Object[] localTypes, int stackCount, Object[] stack) {
    if (handler != null && frame == null && stored == NONE && lock == NONE) {
      frame = new Object[] {type, localCount, localTypes.clone(), stackCount, stack.clone()};
    } else {
      flush();
      super.visitFrame(type, localCount, localTypes, stackCount, stack);
    }
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    if (handler != null && start == handler) {
      line = number;
    } else {
      flush();
      super.visitLineNumber(number, start);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (handler != null && opcode == Opcodes.ASTORE && stored == NONE && lock == NONE) {
      stored = variable;
    } else if (handler != null && opcode == Opcodes.ALOAD && lock == NONE) {
      lock = variable;
    } else {
      flush();
      super.visitVarInsn(opcode, variable);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (handler != null && opcode == Opcodes.MONITOREXIT && lock != NONE && lock != stored) {
      release();
    } else {
      flush();
      super.visitInsn(opcode);
    }
  }

  private void release() {
    emitFrame();
    // STACK: exception
    behindMonitors.visitVarInsn(Opcodes.ALOAD, lock);
    locals.loadThread(behindMonitors);
    behindMonitors.visitMethodInsn(
        Opcodes.INVOKESTATIC, Names.MONITOR_HOOKS, "beforeExit", MonitorVisitor.EXIT_DESC, false);
    begin();
    behindMonitors.visitInsn(Opcodes.MONITOREXIT);
    forget();
  }

  /** It is another kind of handler: all goes on as it came. */
  private void flush() {
    if (handler != null) {
      begin();
      forget();
    }
  }

  private void begin() {
    Label label = handler;
    if (label == null) {
      return;
    }
    super.visitLabel(label);
    if (line != NONE) {
      super.visitLineNumber(line, label);
    }
    emitFrame();
    if (stored != NONE) {
      super.visitVarInsn(Opcodes.ASTORE, stored);
    }
    if (lock != NONE) {
      super.visitVarInsn(Opcodes.ALOAD, lock);
    }
  }

  private void emitFrame() {
    Object[] held = frame;
    if (held != null) {
      super.visitFrame(
          (int) held[0], (int) held[1], (Object[]) held[2], (int) held[3], (Object[]) held[4]);
    }
  }

  private void forget() {
    handler = null;
    frame = null;
    line = NONE;
    stored = NONE;
    lock = NONE;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    flush();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    flush();
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    flush();
    super.visitFieldInsn(opcode, owner, name, desc);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    flush();
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }

  @Override
  public void visitInvokeDynamicInsn(String name, String desc, Handle method, Object... arguments) {
    flush();
    super.visitInvokeDynamicInsn(name, desc, method, arguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    flush();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    flush();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    flush();
    super.visitIincInsn(variable, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
    flush();
    super.visitTableSwitchInsn(min, max, other, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
    flush();
    super.visitLookupSwitchInsn(other, keys, labels);
  }

  @Override
  public void visitMultiANewArrayInsn(String desc, int dimensions) {
    flush();
    super.visitMultiANewArrayInsn(desc, dimensions);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    flush();
    super.visitMaxs(maxStack, maxLocals);
  }
}
