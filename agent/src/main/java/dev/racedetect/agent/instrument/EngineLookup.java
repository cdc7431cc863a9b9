package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.F_NEW;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NOP;

import dev.racedetect.runtime.hook.LoaderHooks;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets {@code loadClass} of an application's class loader find the engine before the loader's own
 * rule is asked. Methods of that name and descriptor in other classes get the same: only names of
 * the engine's classes make a difference.
 */
final class EngineLookup extends MethodVisitor {
  private static final String LOADER_HOOKS = Type.getInternalName(LoaderHooks.class);

  private final ClassContext type;
  private final String desc;

  EngineLookup(MethodVisitor behind, ClassContext type, String desc) {
    super(Opcodes.ASM9, behind);
    this.type = type;
    this.desc = desc;
  }

  /** Whether a method is one that looks up classes. */
  static boolean concerns(int access, String name, String desc) {
    return name.equals("loadClass")
        && (access & ACC_STATIC) == 0
        && (desc.equals("(Ljava/lang/String;)Ljava/lang/Class;")
            || desc.equals("(Ljava/lang/String;Z)Ljava/lang/Class;"));
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Label other = new Label();
    // STACK: -> name -> is engine
    visitVarInsn(ALOAD, 1);
    visitMethodInsn(INVOKESTATIC, LOADER_HOOKS, "isEngine", "(Ljava/lang/String;)Z", false);
    visitJumpInsn(IFEQ, other);
    // STACK: -> name -> class
    visitVarInsn(ALOAD, 1);
    visitMethodInsn(
        INVOKESTATIC, LOADER_HOOKS, "engine", "(Ljava/lang/String;)Ljava/lang/Class;", false);
    visitInsn(ARETURN);
    visitLabel(other);
    if (type.facts().version() >= Opcodes.V1_6) {
      boolean resolve = desc.startsWith("(Ljava/lang/String;Z");
      Object[] variables =
          resolve
              ? new Object[] {type.facts().name(), "java/lang/String", Opcodes.INTEGER}
              : new Object[] {type.facts().name(), "java/lang/String"};
      visitFrame(F_NEW, variables.length, variables, 0, new Object[0]);
      // The method's first instruction may have a frame of its own.
      visitInsn(NOP);
    }
  }
}
