package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LMUL;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.runtime.thread.Periods;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/**
 * Hands the calling context to callees: before each call {@code thread.context = context * M +
 * site} (Bond and McKinley, OOPSLA 2007). Calls that can neither lead back into application code
 * nor access data of the JDK are left alone.
 */
final class CallVisitor extends ConcernVisitor {
  static final long MULTIPLIER = 0x2545F4914F6CDD1DL;

  CallVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    if (passes(type.data(), owner, name, desc)) {
      pass();
    }
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    if (passes(bootstrap)) {
      pass();
    }
    super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
  }

  /** Whether a context is handed to a call. */
  static boolean passes(DataTypes data, String owner, String name, String desc) {
    return mayCallBack(owner, name, desc) || data.isData(owner);
  }

  /** The same for what a bootstrap method links. */
  static boolean passes(Handle bootstrap) {
    return !bootstrap.getOwner().startsWith("java/lang/invoke/LambdaMetafactory");
  }

  private void pass() {
    if (Periods.SAMPLED) {
      return;
    }
    locals.loadThread(mv);
    locals.loadContext(mv);
    mv.visitLdcInsn(MULTIPLIER);
    mv.visitInsn(LMUL);
    mv.visitLdcInsn((long) Sites.next());
    mv.visitInsn(LADD);
    mv.visitFieldInsn(PUTFIELD, Names.THREAD_STATE, "context", "J");
  }

  /** Whether a call may run application code, as far as its owner and arguments tell. */
  static boolean mayCallBack(String owner, String name, String desc) {
    if (owner.charAt(0) == '[' || ClassSelection.own(owner)) {
      return false;
    }
    if (owner.equals("java/lang/Object")) {
      return !name.equals("<init>") && !name.equals("getClass");
    }
    boolean leaf =
        switch (owner) {
          case "java/lang/String",
              "java/lang/StringBuilder",
              "java/lang/Math",
              "java/lang/StrictMath",
              "java/lang/Integer",
              "java/lang/Long",
              "java/lang/Double",
              "java/lang/Float",
              "java/lang/Boolean",
              "java/lang/Character",
              "java/lang/Byte",
              "java/lang/Short",
              "java/lang/System" ->
              true;
          default -> false;
        };
    return !leaf || desc.contains("Ljava/lang/Object;") || desc.contains("CharSequence");
  }
}
