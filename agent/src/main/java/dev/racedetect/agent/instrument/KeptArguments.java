package dev.racedetect.agent.instrument;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * Has a method work on copies of its arguments, so that the variables in which it received them
 * keep them to its end: there the hooks of constructors and synchronized methods load {@code this}
 * ({@link EntryExitVisitor}), and their handlers declare the types of all arguments.
 *
 * <p>Compilers keep them anyway. Optimisers of class files use these variables for other values, or
 * leave {@code this} out of the stack map frames behind its last use (JVMS 4.10.1).
 */
final class KeptArguments extends MethodVisitor {
  private final List<Object> arguments;
  private final String owner;
  private final String desc;
  private final boolean isStatic;

  /** How many words the arguments take. */
  private final int words;

  private KeptArguments(MethodVisitor behind, String owner, int access, String name, String desc) {
    super(Opcodes.ASM9, behind);
    this.arguments = MethodFrame.arguments(owner, access, name, desc);
    this.owner = owner;
    this.desc = desc;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.words = words(access, desc);
  }

  private static int words(int access, String desc) {
    int withThis = Type.getArgumentsAndReturnSizes(desc) >> 2;
    return (access & Opcodes.ACC_STATIC) != 0 ? withThis - 1 : withThis;
  }

  /**
   * The class file with such methods.
   *
   * @param methods their indices in the class file
   */
  static byte[] rewrite(byte[] classfile, BitSet methods) {
    ClassReader reader = new ClassReader(classfile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ClassVisitor rewriting =
        new ClassVisitor(Opcodes.ASM9, writer) {
          private int method = -1;

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String desc, String signature, String[] exceptions) {
            method++;
            MethodVisitor mv = super.visitMethod(access, name, desc, signature, exceptions);
            return methods.get(method)
                ? new KeptArguments(mv, reader.getClassName(), access, name, desc)
                : mv;
          }
        };
    reader.accept(rewriting, ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void visitCode() {
    super.visitCode();
    int variable = 0;
    if (!isStatic) {
      copy(Type.getType(Object.class), variable++);
    }
    for (Type argument : Type.getArgumentTypes(desc)) {
      copy(argument, variable);
      variable += argument.getSize();
    }
  }

  private void copy(Type type, int variable) {
    mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), variable + words);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable + words);
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(variable + words, increment);
  }

  @Override
  public void visitFrame(int form, int count, Object[] local, int stackCount, Object[] stack) {
    int added = arguments.size();
    Object[] all = new Object[added + count];
    arguments.toArray(all);
    System.arraycopy(local, 0, all, added, count);
    if (added > 0 && all[0] == Opcodes.UNINITIALIZED_THIS && !uninitialized(count, local)) {
      all[0] = owner;
    }
    super.visitFrame(form, all.length, all, stackCount, stack);
  }

  /** Until {@code super(...)} has been called, frames must not leave {@code this} out. */
  private static boolean uninitialized(int count, Object[] local) {
    for (int i = 0; i < count; i++) {
      if (local[i] == Opcodes.UNINITIALIZED_THIS) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visitLocalVariable(
      String name, String type, String signature, Label start, Label end, int variable) {
    super.visitLocalVariable(name, type, signature, start, end, variable + words);
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int reference,
      TypePath path,
      Label[] start,
      Label[] end,
      int[] variables,
      String type,
      boolean visible) {
    int[] moved = variables.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += words;
    }
    return super.visitLocalVariableAnnotation(reference, path, start, end, moved, type, visible);
  }

  /** Finds out while a method is instrumented whether it should have been rewritten before. */
  static MethodVisitor watch(
      MethodVisitor behind, String owner, int access, String name, String desc, Runnable lost) {
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    return isSynchronized || name.equals("<init>")
        ? new Watch(behind, owner, access, name, desc, lost)
        : behind;
  }

  private static final class Watch extends MethodVisitor {
    private final List<Object> arguments;
    private final String owner;
    private final Runnable lost;

    /** What is stored into each word of the arguments that must stay: an opcode; 0 for nothing. */
    private final int[] stores;

    Watch(MethodVisitor behind, String owner, int access, String name, String desc, Runnable lost) {
      super(Opcodes.ASM9, behind);
      this.owner = owner;
      this.lost = lost;
      List<Object> all = MethodFrame.arguments(owner, access, name, desc);
      if (name.equals("<init>")) {
        arguments = all.subList(0, 1);
        stores = new int[1];
        return;
      }
      arguments = all;
      stores = new int[words(access, desc)];
      int variable = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
      for (Type argument : Type.getArgumentTypes(desc)) {
        int store = argument.getOpcode(Opcodes.ISTORE);
        // Which object it is nobody knows here.
        stores[variable] = store == Opcodes.ASTORE ? 0 : store;
        variable += argument.getSize();
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (opcode >= Opcodes.ISTORE
          && opcode <= Opcodes.ASTORE
          && variable < stores.length
          && stores[variable] != opcode) {
        lost.run();
      }
      super.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitFrame(int form, int count, Object[] local, int stackCount, Object[] stack) {
      for (int i = 0; i < arguments.size(); i++) {
        Object type = i < count ? local[i] : Opcodes.TOP;
        if (!type.equals(arguments.get(i))
            && !(arguments.get(i) == Opcodes.UNINITIALIZED_THIS && type.equals(owner))) {
          lost.run();
          break;
        }
      }
      super.visitFrame(form, count, local, stackCount, stack);
    }
  }
}
