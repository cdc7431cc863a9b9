package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.HotMethods;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Counts the runs of a method and of the loops in it. STACK: unchanged. */
final class HotMethodVisitor extends MethodVisitor {
  private static final String HOT_METHODS = Type.getInternalName(HotMethods.class);

  private final int id;
  private final Set<Label> passed = new HashSet<>();

  HotMethodVisitor(MethodVisitor behind, int id) {
    super(Opcodes.ASM9, behind);
    this.id = id;
  }

  private void count() {
    MethodFrame.push(mv, id);
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, HOT_METHODS, "passed", "(I)V", false);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    count();
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    passed.add(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (passed.contains(label)) {
      count();
    }
    super.visitJumpInsn(opcode, label);
  }
}
