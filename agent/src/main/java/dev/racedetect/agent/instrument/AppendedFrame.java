package dev.racedetect.agent.instrument;

import java.util.Arrays;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * As {@link MethodFrame}, with the detector's variables behind all others: those of the method keep
 * their numbers, so that a run may go on in another form of it ({@link TwoForms}).
 */
final class AppendedFrame extends MethodVisitor {
  private final MethodFrame.Locals locals;

  /** How many words the variables of the method take. */
  private final int before;

  private int next;
  private Object[] types = {};

  AppendedFrame(MethodVisitor behind, MethodFrame.Locals locals, int before) {
    super(Opcodes.ASM9, behind);
    this.locals = locals;
    this.before = before;
    this.next = before;
  }

  @Override
  public void visitCode() {
    locals.allocate(this::fresh);
    super.visitCode();
  }

  private int fresh(Type type) {
    types = Arrays.copyOf(types, types.length + 1);
    types[types.length - 1] =
        type == Type.INT_TYPE
            ? Opcodes.INTEGER
            : type == Type.LONG_TYPE ? Opcodes.LONG : type.getInternalName();
    int variable = next;
    next += type.getSize();
    return variable;
  }

  @Override
  public void visitFrame(int form, int count, Object[] local, int stackCount, Object[] stack) {
    if (types.length == 0) {
      super.visitFrame(form, count, local, stackCount, stack);
      return;
    }
    int words = 0;
    for (int i = 0; i < count; i++) {
      words += local[i] == Opcodes.LONG || local[i] == Opcodes.DOUBLE ? 2 : 1;
    }
    int padded = count + before - words;
    Object[] all = Arrays.copyOf(local, padded + types.length);
    Arrays.fill(all, count, padded, Opcodes.TOP);
    System.arraycopy(types, 0, all, padded, types.length);
    super.visitFrame(form, all.length, all, stackCount, stack);
  }
}
