package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

import dev.racedetect.runtime.thread.Periods;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Gives a method two local variables of its own, set in its first instructions: the state of the
 * current thread and the calling context. The concern visitors behind it load them by index.
 *
 * <p>Where there are {@linkplain Periods sampling periods}, which may begin and end while the
 * method runs, each hook asks for the state anew, and there is no calling context.
 */
final class MethodFrame extends LocalVariablesSorter {
  /** More would not stay in registers. */
  private static final int MOST_SHADOWS = 8;

  private final Locals locals;

  /** Where the concern visitors find the two variables. */
  static final class Locals {
    int thread = -1;
    int context = -1;

    /** The variables for shadows of arrays; empty in a method without array instructions. */
    final int[] shadows;

    /** Array instructions, counted from 0, whose check was moved behind a loop. */
    final BitSet movedChecks = new BitSet();

    /** Loads whose check is that of the store that follows. */
    final CompoundAssignments.Found compound;

    /** Stores of objects that nobody else knows. */
    final FreshStores fresh;

    /** The variable for the index of the calling context at the site {@link #freshSite}. */
    int freshContext = -1;

    /** The site that the writes of a constructor have in common; -1 for none. */
    int freshSite = -1;

    /** How many loops have checks behind them. */
    int loops;

    /** The variables for the first value of the counter of such a loop. */
    int[] starts = {};

    /** How many rows of arrays such loops access. */
    int rowCount;

    /** The variables for the rows. */
    int[] rows = {};

    /** The variables for arguments of constructors: numbers, and references. */
    int[] spilledNumbers = {};

    int[] spilledReferences = {};

    private final ArrayConstructors.Spill spill;

    /** Whether passages of the heads of loops are counted. */
    boolean countsPassages;

    private int words;

    /** The variable for their number. */
    int passages = -1;

    /** Whether the method hands its calling context on, and so has to put it back at its end. */
    final boolean passesContext;

    /**
     * The variables of one method.
     *
     * @param arrayAccesses how many array instructions the method has
     * @param spill how many variables its calls of constructors need
     */
    Locals(
        int arrayAccesses,
        CompoundAssignments.Found compound,
        FreshStores fresh,
        ArrayConstructors.Spill spill,
        boolean passesContext) {
      this.passesContext = passesContext;
      this.spill = spill;
      this.compound = compound;
      this.fresh = fresh;
      shadows = new int[Math.min(arrayAccesses, MOST_SHADOWS)];
    }

    /**
     * Gives all of them an index.
     *
     * @param allocator makes a variable of a type
     */
    void allocate(ToIntFunction<Type> allocator) {
      words = 0;
      ToIntFunction<Type> variable =
          type -> {
            words += type.getSize();
            return allocator.applyAsInt(type);
          };
      if (!Periods.SAMPLED) {
        thread = variable.applyAsInt(Type.getObjectType(Names.THREAD_STATE));
        context = variable.applyAsInt(Type.LONG_TYPE);
      }
      for (int i = 0; i < shadows.length; i++) {
        shadows[i] = variable.applyAsInt(Type.getObjectType(Names.ARRAY_SHADOW));
      }
      if (fresh.hasCommonSite()) {
        freshContext = variable.applyAsInt(Type.INT_TYPE);
        freshSite = Sites.next();
      }
      starts = all(loops, Type.INT_TYPE, variable);
      if (countsPassages) {
        passages = variable.applyAsInt(Type.INT_TYPE);
      }
      rows = all(rowCount, Type.getType(Object.class), variable);
      spilledNumbers = all(spill.numbers(), Type.INT_TYPE, variable);
      spilledReferences = all(spill.references(), Type.getType(Object.class), variable);
    }

    private static int[] all(int count, Type type, ToIntFunction<Type> variable) {
      int[] variables = new int[count];
      for (int i = 0; i < count; i++) {
        variables[i] = variable.applyAsInt(type);
      }
      return variables;
    }

    /** How many words all of them take. */
    int words() {
      return words;
    }

    /** The variable for an array instruction of the method, counted from 0. */
    int shadow(int access) {
      return shadows[access % shadows.length];
    }

    void loadThread(MethodVisitor mv) {
      if (Periods.SAMPLED) {
        current(mv);
      } else {
        mv.visitVarInsn(ALOAD, thread);
      }
    }

    /** Pushes the calling context. */
    void loadContext(MethodVisitor mv) {
      if (Periods.SAMPLED) {
        mv.visitInsn(Opcodes.LCONST_0);
      } else {
        mv.visitVarInsn(LLOAD, context);
      }
    }

    /** Pushes thread, context and a new site id. */
    void loadSite(MethodVisitor mv) {
      loadThread(mv);
      loadContext(mv);
      push(mv, Sites.next());
    }
  }

  MethodFrame(int access, String desc, MethodVisitor behind, Locals locals) {
    super(Opcodes.ASM9, access, desc, behind);
    this.locals = locals;
  }

  @Override
  public void visitCode() {
    locals.allocate(this::newLocal);
    super.visitCode();
  }

  /** The first instructions of the method. STACK: unchanged. */
  static void prologue(MethodVisitor mv, Locals locals) {
    if (!Periods.SAMPLED) {
      current(mv);
      mv.visitVarInsn(ASTORE, locals.thread);
      mv.visitVarInsn(ALOAD, locals.thread);
      mv.visitFieldInsn(GETFIELD, Names.THREAD_STATE, "context", "J");
      mv.visitVarInsn(LSTORE, locals.context);
    }
    if (locals.passages >= 0) {
      mv.visitInsn(Opcodes.ICONST_0);
      mv.visitVarInsn(Opcodes.ISTORE, locals.passages);
    }
    if (locals.freshSite >= 0) {
      locals.loadThread(mv);
      locals.loadContext(mv);
      push(mv, locals.freshSite);
      mv.visitMethodInsn(
          INVOKESTATIC,
          Names.FIELD_HOOKS,
          "freshContext",
          "(" + Names.THREAD_STATE_DESC + "JI)I",
          false);
      mv.visitVarInsn(Opcodes.ISTORE, locals.freshContext);
    }
    for (int shadow : locals.shadows) {
      mv.visitFieldInsn(GETSTATIC, Names.ARRAY_SHADOW, "NONE", Names.ARRAY_SHADOW_DESC);
      mv.visitVarInsn(ASTORE, shadow);
    }
    clear(mv, locals.starts, Opcodes.ICONST_0, Opcodes.ISTORE);
    clear(mv, locals.rows, Opcodes.ACONST_NULL, ASTORE);
    clear(mv, locals.spilledNumbers, Opcodes.ICONST_0, Opcodes.ISTORE);
    clear(mv, locals.spilledReferences, Opcodes.ACONST_NULL, ASTORE);
  }

  private static void clear(MethodVisitor mv, int[] variables, int value, int store) {
    for (int variable : variables) {
      mv.visitInsn(value);
      mv.visitVarInsn(store, variable);
    }
  }

  /**
   * The types of the variables at the entry of a method, as frames have them.
   *
   * @param owner internal name of its class
   */
  static List<Object> arguments(String owner, int access, String name, String desc) {
    List<Object> types = new ArrayList<>();
    if ((access & Opcodes.ACC_STATIC) == 0) {
      types.add(name.equals("<init>") ? Opcodes.UNINITIALIZED_THIS : owner);
    }
    for (Type argument : Type.getArgumentTypes(desc)) {
      types.add(
          switch (argument.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.ARRAY, Type.OBJECT -> argument.getInternalName();
            default -> Opcodes.INTEGER;
          });
    }
    return types;
  }

  /** Pushes the state of the current thread, asked for anew. */
  static void current(MethodVisitor mv) {
    mv.visitMethodInsn(
        INVOKESTATIC, Names.THREAD_STATE, "current", "()" + Names.THREAD_STATE_DESC, false);
  }

  static void push(MethodVisitor mv, int value) {
    if (value >= -1 && value <= 5) {
      mv.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
      mv.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      mv.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      mv.visitLdcInsn(value);
    }
  }
}
