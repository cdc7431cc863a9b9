package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.MONITORENTER;
import static org.objectweb.asm.Opcodes.MONITOREXIT;
import static org.objectweb.asm.Opcodes.SWAP;

import org.objectweb.asm.MethodVisitor;

/**
 * Inserts the acquire after {@code monitorenter}, the release before {@code monitorexit}, and sends
 * {@code Object.wait} through the runtime (it is native on JDK 17).
 */
final class MonitorVisitor extends ConcernVisitor {
  /** Descriptor of the acquire in a synchronized method. */
  static final String ENTER_DESC = "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + "JI)V";

  private static final String FIND_DESC =
      "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + ")" + Names.MONITOR_CLOCK_DESC;
  private static final String ENTERED_DESC =
      "(" + Names.MONITOR_CLOCK_DESC + Names.THREAD_STATE_DESC + "JI)V";
  static final String EXIT_DESC = "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + ")V";
  static final String WAIT_DESC = "(Ljava/lang/Object;JI" + Names.THREAD_STATE_DESC + ")V";

  private final MonitorRanges ranges;

  MonitorVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    this(new MonitorRanges(behind), type, locals);
  }

  private MonitorVisitor(MonitorRanges ranges, ClassContext type, MethodFrame.Locals locals) {
    super(ranges, type, locals);
    this.ranges = ranges;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == MONITORENTER) {
      // STACK: lock -> lock, lock -> lock, clock -> clock, lock -> clock -> empty
      mv.visitInsn(DUP);
      locals.loadThread(mv);
      call(Names.MONITOR_HOOKS, "beforeEnter", FIND_DESC);
      mv.visitInsn(SWAP);
      super.visitInsn(opcode);
      ranges.entered(
          () -> {
            locals.loadSite(mv);
            call(Names.MONITOR_HOOKS, "afterEnter", ENTERED_DESC);
          });
    } else if (opcode == MONITOREXIT) {
      mv.visitInsn(DUP);
      locals.loadThread(mv);
      call(Names.MONITOR_HOOKS, "beforeExit", EXIT_DESC);
      super.visitInsn(opcode);
    } else {
      super.visitInsn(opcode);
    }
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    if (name.equals("wait") && isWait(desc)) {
      switch (desc) {
        case "()V" -> {
          mv.visitInsn(LCONST_0);
          mv.visitInsn(ICONST_0);
        }
        case "(J)V" -> mv.visitInsn(ICONST_0);
        default -> {}
      }
      locals.loadThread(mv);
      call(Names.MONITOR_HOOKS, "waitOn", WAIT_DESC);
    } else {
      super.visitMethodInsn(opcode, owner, name, desc, itf);
    }
  }

  /** The three forms are final in {@code Object}: no class can have others of that shape. */
  static boolean isWait(String desc) {
    return desc.equals("()V") || desc.equals("(J)V") || desc.equals("(JI)V");
  }
}
