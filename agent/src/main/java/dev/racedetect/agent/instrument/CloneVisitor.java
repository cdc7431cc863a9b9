package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP_X1;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;

import org.objectweb.asm.MethodVisitor;

/**
 * After {@code super.clone()}, or {@code clone()} of the class's own objects: the copy starts
 * without the history of the original. Where an own override made the copy, what it did to it
 * afterwards is forgotten too, which can only miss a race.
 */
final class CloneVisitor extends ConcernVisitor {
  private static final String DESC =
      "(Ljava/lang/Object;Ljava/lang/Object;" + Names.THREAD_STATE_DESC + "JI)V";

  CloneVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    boolean clone =
        name.equals("clone")
            && desc.equals("()Ljava/lang/Object;")
            && (opcode == INVOKESPECIAL
                || owner.equals("java/lang/Object")
                || owner.equals(type.facts().name()));
    if (clone) {
      mv.visitInsn(DUP);
    }
    super.visitMethodInsn(opcode, owner, name, desc, itf);
    if (clone) {
      // STACK: original, copy -> copy, original, copy
      mv.visitInsn(DUP_X1);
      if (type.checked()) {
        locals.loadSite(mv);
      } else {
        locals.loadThread(mv);
        locals.loadContext(mv);
        mv.visitInsn(ICONST_0);
      }
      call(Names.FIELD_HOOKS, "afterClone", DESC);
    }
  }
}
