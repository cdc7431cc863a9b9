package dev.racedetect.agent.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Base of the visitors that insert hooks for one concern each. They sit behind {@link MethodFrame},
 * so variable indices are final, and before one another, so that none sees what another inserted.
 */
abstract class ConcernVisitor extends MethodVisitor {
  final ClassContext type;
  final MethodFrame.Locals locals;

  ConcernVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(Opcodes.ASM9, behind);
    this.type = type;
    this.locals = locals;
  }

  final void call(String owner, String name, String desc) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, desc, false);
  }
}
