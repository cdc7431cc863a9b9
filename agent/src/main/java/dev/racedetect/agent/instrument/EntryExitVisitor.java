package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNCHRONIZED;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.F_NEW;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.agent.hierarchy.FieldFacts;
import dev.racedetect.runtime.thread.Periods;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What happens at the borders of a method: the first instructions, the monitor of a synchronized
 * method, the initialisation of the class, the freeze of final fields, the caller's context.
 */
final class EntryExitVisitor extends ConcernVisitor {
  private final int access;
  private final String name;
  private final String desc;
  private final Label start = new Label();

  EntryExitVisitor(
      MethodVisitor behind,
      ClassContext type,
      MethodFrame.Locals locals,
      int access,
      String name,
      String desc) {
    super(behind, type, locals);
    this.access = access;
    this.name = name;
    this.desc = desc;
  }

  private boolean isSynchronized() {
    return (access & ACC_SYNCHRONIZED) != 0;
  }

  private boolean isStatic() {
    return (access & ACC_STATIC) != 0;
  }

  private boolean isInitializer() {
    return name.equals("<clinit>") && type.classId() >= 0;
  }

  private boolean needsHandler() {
    return isSynchronized() || isInitializer();
  }

  /** Whether the method can only run after initialisation of the class was triggered. */
  private boolean triggersInitialization() {
    boolean lambdaBody = name.startsWith("lambda$");
    return type.classId() >= 0
        && !name.equals("<clinit>")
        && (name.equals("<init>") || isStatic() && !lambdaBody);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    MethodFrame.prologue(mv, locals);
    if (isSynchronized()) {
      loadMonitor();
      locals.loadSite(mv);
      call(Names.MONITOR_HOOKS, "afterEnter", MonitorVisitor.ENTER_DESC);
    }
    if (triggersInitialization()) {
      MethodFrame.push(mv, type.classId());
      locals.loadThread(mv);
      call(Names.CLASS_INIT_HOOKS, "acquire", "(I" + Names.THREAD_STATE_DESC + ")V");
    }
    if (isInitializer() && !type.facts().isInterface()) {
      beforeInit(mv, type.facts().name(), locals::loadThread);
    }
    if (needsHandler()) {
      mv.visitLabel(start);
    }
  }

  /** At the beginning of a static initialiser. */
  static void beforeInit(MethodVisitor mv, String owner, Consumer<MethodVisitor> loadThread) {
    mv.visitLdcInsn(Type.getObjectType(owner));
    loadThread.accept(mv);
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Names.CLASS_INIT_HOOKS,
        "beforeInit",
        "(Ljava/lang/Class;" + Names.THREAD_STATE_DESC + ")V",
        false);
  }

  private void loadMonitor() {
    if (isStatic()) {
      mv.visitLdcInsn(Type.getObjectType(type.facts().name()));
    } else {
      mv.visitVarInsn(ALOAD, 0);
    }
  }

  /** The releases at an end of the method, by an exception or not. */
  private void releases(boolean failed) {
    if (isSynchronized()) {
      loadMonitor();
      locals.loadThread(mv);
      call(Names.MONITOR_HOOKS, "beforeExit", MonitorVisitor.EXIT_DESC);
    }
    if (isInitializer()) {
      MethodFrame.push(mv, type.classId());
      locals.loadThread(mv);
      call(
          Names.CLASS_INIT_HOOKS,
          failed ? "afterFailure" : "afterInit",
          "(I" + Names.THREAD_STATE_DESC + ")V");
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= IRETURN && opcode <= RETURN) {
      releases(false);
      if (name.equals("<init>") && stamped(type)) {
        mv.visitVarInsn(ALOAD, 0);
        locals.loadThread(mv);
        call(Names.FREEZE_HOOKS, "beforeConstructorEnd", "(" + Names.THREAD_STATE_DESC + ")J");
        mv.visitFieldInsn(PUTFIELD, type.facts().name(), Names.STAMP, "J");
      }
      if (!Periods.SAMPLED && locals.passesContext) {
        locals.loadThread(mv);
        locals.loadContext(mv);
        mv.visitFieldInsn(PUTFIELD, Names.THREAD_STATE, "context", "J");
      }
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (needsHandler()) {
      Label handler = new Label();
      mv.visitTryCatchBlock(start, handler, handler, null);
      mv.visitLabel(handler);
      if (type.facts().version() >= Opcodes.V1_6) {
        List<Object> frame = frame();
        mv.visitFrame(
            F_NEW, frame.size(), frame.toArray(), 1, new Object[] {"java/lang/Throwable"});
      }
      releases(true);
      mv.visitInsn(ATHROW);
    }
    super.visitMaxs(maxStack, maxLocals);
  }

  /** The types of the variables at the handler: arguments, thread, context. */
  private List<Object> frame() {
    List<Object> frame = MethodFrame.arguments(type.facts().name(), access, name, desc);
    if (!Periods.SAMPLED) {
      // Where there are periods, the handler asks for the state anew.
      frame.add(Names.THREAD_STATE);
      frame.add(Opcodes.LONG);
    }
    return frame;
  }

  /** Whether objects of the class carry a freeze stamp. */
  static boolean stamped(ClassContext type) {
    if (type.facts().isInterface()) {
      return false;
    }
    for (FieldFacts f : type.facts().fields()) {
      if (!f.isStatic() && ShadowPolicy.followed(f)) {
        return true;
      }
    }
    return false;
  }
}
