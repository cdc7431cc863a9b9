package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ALOAD;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/**
 * In the generated {@code equals}, {@code hashCode} and {@code toString} of a record, before the
 * call that reads the components: what it reaches through them it reaches through final fields.
 */
final class RecordVisitor extends ConcernVisitor {
  private static final String OBJECT_METHODS = "java/lang/runtime/ObjectMethods";

  private final boolean equals;

  RecordVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals, String name) {
    super(behind, type, locals);
    this.equals = name.equals("equals");
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals(OBJECT_METHODS)
        && type.facts().isRecord()
        && EntryExitVisitor.stamped(type)) {
      follow(0);
      if (equals) {
        follow(1);
      }
    }
    super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
  }

  private void follow(int argument) {
    mv.visitVarInsn(ALOAD, argument);
    locals.loadThread(mv);
    call(type.facts().name(), Names.FOLLOW_RECORD, Names.SYNC_DESC);
  }
}
