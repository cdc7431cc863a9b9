package dev.racedetect.agent.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * The calls in a woven method after which a row acts even if they throw. Each gets a handler at the
 * end of the method, which comes before the method's own ones and throws on to those that cover the
 * call.
 */
final class CallEnds {
  private record Block(Label start, Label end, Label handler, @Nullable String type) {}

  private record Call(
      Label start, Label end, Object[] locals, List<Block> within, List<Contract> rows) {}

  /** What to emit in a handler. */
  interface Body {
    /** The exception is on the stack, and is to be left there. */
    void emit(List<Contract> rows);
  }

  private final AnalyzerAdapter frames;
  private final MethodVisitor mv;
  private final List<Block> own = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Set<Label> visited = new HashSet<>();

  /**
   * @param frames knows the types of variables where it has come to
   * @param mv what comes behind the woven method
   */
  CallEnds(AnalyzerAdapter frames, MethodVisitor mv) {
    this.frames = frames;
    this.mv = mv;
  }

  /** One of the method's own handlers; it is passed on at the end. */
  void block(Label start, Label end, Label handler, @Nullable String type) {
    own.add(new Block(start, end, handler, type));
  }

  void label(Label label) {
    visited.add(label);
  }

  /**
   * A call that is about to be emitted.
   *
   * @return the label to put behind it; null if the code cannot be reached
   */
  @Nullable Label begin(List<Contract> rows) {
    if (frames.locals == null) {
      return null;
    }
    List<Block> within = new ArrayList<>();
    for (Block block : own) {
      if (visited.contains(block.start) && !visited.contains(block.end)) {
        within.add(block);
      }
    }
    Call call = new Call(new Label(), new Label(), variables(), within, rows);
    mv.visitLabel(call.start);
    calls.add(call);
    return call.end;
  }

  /** The types of variables as a frame has them: those of two slots once. */
  private Object[] variables() {
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < frames.locals.size(); i++) {
      Object type = frames.locals.get(i);
      types.add(type);
      if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
        i++;
      }
    }
    return types.toArray();
  }

  /** All handlers, ours first; at the end of the method. */
  void end(Body body) {
    List<Label> handlers = new ArrayList<>();
    for (Call call : calls) {
      Label handler = new Label();
      handlers.add(handler);
      mv.visitTryCatchBlock(call.start, call.end, handler, null);
    }
    for (Block block : own) {
      mv.visitTryCatchBlock(block.start, block.end, block.handler, block.type);
    }
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      mv.visitLabel(handlers.get(i));
      Object[] thrown = {"java/lang/Throwable"};
      mv.visitFrame(Opcodes.F_NEW, call.locals.length, call.locals, 1, thrown);
      body.emit(call.rows);
      mv.visitInsn(Opcodes.ATHROW);
      Label end = new Label();
      mv.visitLabel(end);
      for (Block block : call.within) {
        mv.visitTryCatchBlock(handlers.get(i), end, block.handler, block.type);
      }
    }
  }
}
