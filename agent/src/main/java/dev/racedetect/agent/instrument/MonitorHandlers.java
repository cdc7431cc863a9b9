package dev.racedetect.agent.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * <p>The release does not run into the handler but exits the monitor itself and goes on behind the
 * handler's exit: C1 refuses methods with a handler that is reached in both ways, and they would be
 * interpreted until C2 has them.
 *
 * <p>If the release fails so, its edge is lost: only after a stack overflow or for want of memory.
 */
final class MonitorHandlers extends InstructionGate {
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
    super(monitors);
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
    beforeInstruction();
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
      beforeInstruction();
      super.visitFrame(type, localCount, localTypes, stackCount, stack);
    }
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    if (handler != null && start == handler) {
      line = number;
    } else {
      beforeInstruction();
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
      super.visitVarInsn(opcode, variable);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (handler != null && opcode == Opcodes.MONITOREXIT && lock != NONE && lock != stored) {
      release();
    } else {
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
    if (stored != NONE) {
      behindMonitors.visitVarInsn(Opcodes.ASTORE, stored);
    }
    behindMonitors.visitVarInsn(Opcodes.ALOAD, lock);
    behindMonitors.visitInsn(Opcodes.MONITOREXIT);
    Label exited = new Label();
    behindMonitors.visitJumpInsn(Opcodes.GOTO, exited);
    begin();
    behindMonitors.visitInsn(Opcodes.MONITOREXIT);
    behindMonitors.visitLabel(exited);
    emitFrameBehind();
    forget();
  }

  /** The handler's frame, after the exception was stored. */
  private void emitFrameBehind() {
    Object[] held = frame;
    if (held == null) {
      return;
    }
    Object[] stack = (Object[]) held[4];
    List<Object> types = new ArrayList<>();
    int word = 0;
    for (Object type : Arrays.copyOf((Object[]) held[2], (int) held[1])) {
      types.add(word == stored ? stack[0] : type);
      word += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    while (word <= stored) {
      types.add(word++ == stored ? stack[0] : Opcodes.TOP);
    }
    boolean kept = stored == NONE;
    behindMonitors.visitFrame(
        (int) held[0],
        types.size(),
        types.toArray(),
        kept ? (int) held[3] : 0,
        kept ? stack : new Object[0]);
    // The code that follows may begin with a frame of its own.
    behindMonitors.visitInsn(Opcodes.NOP);
  }

  /** It is another kind of handler: all goes on as it came. */
  @Override
  void beforeInstruction() {
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
      mv.visitVarInsn(Opcodes.ASTORE, stored);
    }
    if (lock != NONE) {
      mv.visitVarInsn(Opcodes.ALOAD, lock);
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
  public void visitMaxs(int maxStack, int maxLocals) {
    beforeInstruction();
    super.visitMaxs(maxStack, maxLocals);
  }
}
