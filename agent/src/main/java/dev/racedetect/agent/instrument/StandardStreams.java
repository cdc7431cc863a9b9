package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.SettingHooks;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * After {@code System.in}, {@code System.out} or {@code System.err} was read: what was done to a
 * stream before {@code System.setIn} and its like comes before what is done with it (JLS 17.5.4
 * treats these fields apart; catalogue FIN-6, F).
 */
final class StandardStreams extends ConcernVisitor {
  private static final String SETTINGS = Type.getInternalName(SettingHooks.class);

  StandardStreams(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    super.visitFieldInsn(opcode, owner, name, desc);
    if (opcode == Opcodes.GETSTATIC && owner.equals("java/lang/System") && stream(name)) {
      // STACK: stream -> stream, stream -> stream
      mv.visitInsn(Opcodes.DUP);
      call(SETTINGS, "used", "(Ljava/lang/Object;)V");
    }
  }

  private static boolean stream(String field) {
    return field.equals("in") || field.equals("out") || field.equals("err");
  }
}
