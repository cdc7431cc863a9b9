package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;

import dev.racedetect.runtime.thread.Periods;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the body of one bridge: a static method that carries out a call with hooks around it. Its
 * parameters are those of the call, the receiver first, then thread, calling context and site.
 */
final class BridgeWriter {
  /** What each bridge is told of its caller. */
  static final String CALLER = Names.THREAD_STATE_DESC + "JI";

  /** The descriptor of a hook that is given an array, two numbers, and the caller. */
  static final String RANGE_DESC = "(Ljava/lang/Object;II" + CALLER + ")V";

  private final MethodVisitor mv;
  private final Call call;
  private final Type[] arguments;
  private final int[] variables;
  private int next;

  BridgeWriter(MethodVisitor mv, Call call) {
    this.mv = mv;
    this.call = call;
    arguments = Type.getArgumentTypes(call.bridgeDesc());
    variables = new int[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      variables[i] = next;
      next += arguments[i].getSize();
    }
  }

  Call call() {
    return call;
  }

  /** How many arguments the call has, the receiver included. */
  int count() {
    return arguments.length - 3;
  }

  Type argument(int i) {
    return arguments[i];
  }

  void load(int argument) {
    mv.visitVarInsn(arguments[argument].getOpcode(ILOAD), variables[argument]);
  }

  /**
   * Pushes the state of the thread. Where there are sampling periods it is asked for anew: one may
   * have begun or ended in the original call.
   */
  void thread() {
    if (Periods.SAMPLED) {
      MethodFrame.current(mv);
    } else {
      load(count());
    }
  }

  /** Pushes thread, calling context and site. */
  void caller() {
    thread();
    load(count() + 1);
    load(count() + 2);
  }

  void push(int value) {
    MethodFrame.push(mv, value);
  }

  void insn(int opcode) {
    mv.visitInsn(opcode);
  }

  /** Carries out the original call. */
  void original() {
    for (int i = 0; i < count(); i++) {
      load(i);
    }
    mv.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.desc(), call.isInterface());
  }

  void hook(Class<?> owner, String name, String desc) {
    mv.visitMethodInsn(INVOKESTATIC, Type.getInternalName(owner), name, desc, false);
  }

  /** Takes the top of the stack into a new variable. */
  Variable store(Type type) {
    Variable variable = new Variable(type, next);
    next += type.getSize();
    mv.visitVarInsn(type.getOpcode(ISTORE), variable.index());
    return variable;
  }

  void load(Variable variable) {
    mv.visitVarInsn(variable.type().getOpcode(ILOAD), variable.index());
  }

  Type returned() {
    return Type.getReturnType(call.desc());
  }

  /** Duplicates the value that the call has left, if any. */
  void duplicateResult() {
    if (returned().getSize() > 0) {
      mv.visitInsn(returned().getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    }
  }

  void finish() {
    mv.visitInsn(returned().getOpcode(Opcodes.IRETURN));
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  /**
   * A variable of the bridge.
   *
   * @param index of its slot
   */
  record Variable(Type type, int index) {}
}
