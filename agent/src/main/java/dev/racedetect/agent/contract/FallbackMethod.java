package dev.racedetect.agent.contract;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.hierarchy.ResolvedField;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One method of a JDK class that has no contract, followed by what it does: fields, and calls of
 * variable handles, {@code Unsafe}, field updaters and {@code wait}. All fields that are not final
 * count as volatile, because such classes also publish by plain accesses beside fences.
 *
 * <p>Arguments are put aside above the method's own locals, between two instructions only, so that
 * no stack map frame changes.
 */
final class FallbackMethod extends MethodVisitor {
  private static final String SYNC = "dev/racedetect/runtime/hook/SyncHooks";
  private static final String MONITOR = "dev/racedetect/runtime/hook/LegacyHooks";
  private static final String HOOK = "(Ljava/lang/Object;)V";
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final String owner;
  private final ClassHierarchy hierarchy;
  private final int firstFree;

  /**
   * Follows a method.
   *
   * @param firstFree the first slot that the method does not use
   */
  FallbackMethod(MethodVisitor behind, String owner, ClassHierarchy hierarchy, int firstFree) {
    super(Opcodes.ASM9, behind);
    this.owner = owner;
    this.hierarchy = hierarchy;
    this.firstFree = firstFree;
  }

  @Override
  public void visitFieldInsn(int opcode, String type, String name, String desc) {
    ResolvedField field = hierarchy.resolve(null, type, name, desc);
    if (field == null || field.field().isFinal()) {
      super.visitFieldInsn(opcode, type, name, desc);
      return;
    }
    Type value = Type.getType(desc);
    switch (opcode) {
      case Opcodes.GETSTATIC -> {
        super.visitFieldInsn(opcode, type, name, desc);
        constant(type);
        hook(SYNC, "acquire");
      }
      case Opcodes.PUTSTATIC -> {
        constant(type);
        hook(SYNC, "release");
        super.visitFieldInsn(opcode, type, name, desc);
      }
      case Opcodes.GETFIELD -> {
        // STACK: object -> object, object -> object, value
        super.visitInsn(Opcodes.DUP);
        super.visitFieldInsn(opcode, type, name, desc);
        store(value, firstFree);
        hook(SYNC, "acquire");
        load(value, firstFree);
      }
      default -> {
        // STACK: object, value -> object -> object, object -> object, value
        store(value, firstFree);
        super.visitInsn(Opcodes.DUP);
        hook(SYNC, "release");
        load(value, firstFree);
        super.visitFieldInsn(opcode, type, name, desc);
      }
    }
  }

  @Override
  public void visitMethodInsn(int opcode, String type, String name, String desc, boolean itf) {
    if (opcode == Opcodes.INVOKEVIRTUAL && FallbackCall.isWait(name, desc)) {
      around(type, name, desc, MONITOR, "exiting", "entered", true);
      return;
    }
    FallbackCall call =
        opcode == Opcodes.INVOKEVIRTUAL ? FallbackCall.of(type, name, desc) : FallbackCall.NOTHING;
    if (call == FallbackCall.NOTHING) {
      super.visitMethodInsn(opcode, type, name, desc, itf);
    } else {
      String before = call == FallbackCall.READS ? null : "release";
      String after = call == FallbackCall.WRITES ? null : "acquire";
      around(type, name, desc, SYNC, before, after, false);
    }
  }

  /** Carries out a call between two hooks that get its receiver, or else its first argument. */
  private void around(
      String type,
      String name,
      String desc,
      String hooks,
      @Nullable String before,
      @Nullable String after,
      boolean ofReceiver) {
    Type[] arguments = Type.getArgumentTypes(desc);
    int[] slots = new int[arguments.length];
    int next = firstFree + 1;
    for (int i = arguments.length - 1; i >= 0; i--) {
      slots[i] = next;
      store(arguments[i], next);
      next += arguments[i].getSize();
    }
    super.visitInsn(Opcodes.DUP);
    store(OBJECT, firstFree);
    boolean first = arguments.length > 0 && arguments[0].getSort() >= Type.ARRAY;
    int key = ofReceiver ? firstFree : first ? slots[0] : -1;
    if (before != null) {
      key(key);
      hook(hooks, before);
    }
    for (int i = 0; i < arguments.length; i++) {
      load(arguments[i], slots[i]);
    }
    super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type, name, desc, false);
    if (after != null) {
      key(key);
      hook(hooks, after);
    }
  }

  /** Pushes what is put aside in a slot; the class itself for a variable without object. */
  private void key(int slot) {
    if (slot < 0) {
      constant(owner);
    } else {
      load(OBJECT, slot);
    }
  }

  private void constant(String type) {
    super.visitLdcInsn(Type.getObjectType(type));
  }

  private void store(Type type, int slot) {
    super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
  }

  private void load(Type type, int slot) {
    super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
  }

  private void hook(String type, String name) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, type, name, HOOK, false);
  }
}
