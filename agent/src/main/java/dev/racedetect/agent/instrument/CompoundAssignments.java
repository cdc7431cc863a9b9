package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.D2F;
import static org.objectweb.asm.Opcodes.D2I;
import static org.objectweb.asm.Opcodes.D2L;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DCMPG;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DCONST_1;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DREM;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.DUP2_X1;
import static org.objectweb.asm.Opcodes.DUP2_X2;
import static org.objectweb.asm.Opcodes.DUP_X1;
import static org.objectweb.asm.Opcodes.DUP_X2;
import static org.objectweb.asm.Opcodes.F2D;
import static org.objectweb.asm.Opcodes.F2I;
import static org.objectweb.asm.Opcodes.F2L;
import static org.objectweb.asm.Opcodes.FADD;
import static org.objectweb.asm.Opcodes.FCMPG;
import static org.objectweb.asm.Opcodes.FCMPL;
import static org.objectweb.asm.Opcodes.FCONST_0;
import static org.objectweb.asm.Opcodes.FCONST_1;
import static org.objectweb.asm.Opcodes.FCONST_2;
import static org.objectweb.asm.Opcodes.FDIV;
import static org.objectweb.asm.Opcodes.FLOAD;
import static org.objectweb.asm.Opcodes.FMUL;
import static org.objectweb.asm.Opcodes.FNEG;
import static org.objectweb.asm.Opcodes.FREM;
import static org.objectweb.asm.Opcodes.FSUB;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.I2B;
import static org.objectweb.asm.Opcodes.I2C;
import static org.objectweb.asm.Opcodes.I2D;
import static org.objectweb.asm.Opcodes.I2F;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.I2S;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IAND;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.ICONST_2;
import static org.objectweb.asm.Opcodes.ICONST_3;
import static org.objectweb.asm.Opcodes.ICONST_4;
import static org.objectweb.asm.Opcodes.ICONST_5;
import static org.objectweb.asm.Opcodes.ICONST_M1;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.INEG;
import static org.objectweb.asm.Opcodes.IOR;
import static org.objectweb.asm.Opcodes.ISHL;
import static org.objectweb.asm.Opcodes.ISHR;
import static org.objectweb.asm.Opcodes.ISUB;
import static org.objectweb.asm.Opcodes.IUSHR;
import static org.objectweb.asm.Opcodes.IXOR;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.L2F;
import static org.objectweb.asm.Opcodes.L2I;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LMUL;
import static org.objectweb.asm.Opcodes.LNEG;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSHR;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.SALOAD;
import static org.objectweb.asm.Opcodes.SASTORE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds the instructions of {@code x++} and {@code x += y} (JLS 15.14.2, 15.26.2): a load of a
 * variable, arithmetic that cannot throw, and the store of the same variable. Nothing comes between
 * the two accesses that another thread could be ordered by and nothing can keep the store from
 * happening, so the check of a write in the place of the load says all that the two checks would
 * say: whatever races with the load races with the store.
 *
 * <p>A race of such an instruction is therefore reported as one of a write. Not found, so that both
 * checks stay: what calls, branches, divides integers, or reads a field of another object on the
 * way.
 */
class CompoundAssignments extends MethodVisitor {
  /**
   * The load of a compound assignment to a field.
   *
   * @param store the number of the instruction that stores
   * @param field what is loaded and stored
   * @param nested fields that are read between load and store, of the same object
   */
  record Load(int store, FieldKey field, List<FieldKey> nested) {}

  /** A field as an instruction names it. */
  record FieldKey(String owner, String name, String desc) {}

  /** What was found in one method; instructions are counted from 0 in the order of the code. */
  static final class Found {
    static final Found NOTHING = new Found();

    /** By the number of the field instruction that loads. */
    final Map<Integer, Load> fields = new HashMap<>();

    /** From the array instruction that loads to the one that stores. */
    final Map<Integer, Integer> elements = new HashMap<>();
  }

  private enum Kind {
    NONE,
    FIELD,
    STATIC,
    ELEMENT
  }

  final Found found = new Found();

  private int fieldAccesses;
  private int arrayAccesses;

  /** The local variable that the last instruction has loaded a reference from; else -1. */
  private int loaded = -1;

  /** What {@link #loaded} was before the last instruction, a dup. */
  private int duplicated = -1;

  private boolean dup;
  private boolean dup2;

  private Kind kind = Kind.NONE;
  private @Nullable FieldKey field;
  private int load;
  private int loadOpcode;
  private int size;

  /** Slots on the stack above the object, or the array and the index. */
  private int depth;

  private int object = -1;
  private List<FieldKey> nested = List.of();

  CompoundAssignments() {
    super(Opcodes.ASM9);
  }

  private void forget() {
    kind = Kind.NONE;
    dup = false;
    dup2 = false;
    loaded = -1;
    duplicated = -1;
  }

  private void begin(Kind what, int number, int slots) {
    kind = what;
    load = number;
    size = slots;
    depth = slots;
    object = what == Kind.FIELD ? duplicated : -1;
    nested = new ArrayList<>();
    dup = false;
    dup2 = false;
    loaded = -1;
  }

  /** An instruction that takes and gives so many slots and does nothing else. */
  private void pure(int takes, int gives) {
    depth += gives - takes;
    if (depth < gives) {
      kind = Kind.NONE;
    }
    dup = false;
    dup2 = false;
    loaded = -1;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    FieldKey key = new FieldKey(owner, name, desc);
    int number = fieldAccesses++;
    int slots = Type.getType(desc).getSize();
    switch (opcode) {
      case GETFIELD -> {
        if (dup) {
          begin(Kind.FIELD, number, slots);
          field = key;
        } else if (kind == Kind.FIELD && loaded >= 0 && loaded == object) {
          nested.add(key);
          pure(1, slots);
        } else {
          forget();
        }
      }
      case GETSTATIC -> {
        begin(Kind.STATIC, number, slots);
        field = key;
      }
      default -> {
        if (kind == (opcode == PUTFIELD ? Kind.FIELD : Kind.STATIC)
            && depth == size
            && key.equals(field)) {
          found.fields.put(load, new Load(number, key, nested));
        }
        forget();
      }
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= IALOAD && opcode <= SALOAD) {
      int number = arrayAccesses++;
      if (dup2 && opcode != AALOAD) {
        begin(Kind.ELEMENT, number, opcode == LALOAD || opcode == DALOAD ? 2 : 1);
        loadOpcode = opcode;
      } else {
        forget();
      }
    } else if (opcode >= IASTORE && opcode <= SASTORE) {
      int number = arrayAccesses++;
      if (kind == Kind.ELEMENT && depth == size && opcode - IASTORE == loadOpcode - IALOAD) {
        found.elements.put(load, number);
      }
      forget();
    } else if (opcode == DUP || opcode == DUP2) {
      duplicate(opcode);
    } else if (!copiesResult(opcode)) {
      arithmetic(opcode);
    }
  }

  private void duplicate(int opcode) {
    int from = loaded;
    boolean keepsValue = kind == Kind.STATIC && depth == size && size == (opcode == DUP ? 1 : 2);
    if (!keepsValue) {
      forget();
    }
    duplicated = from;
    dup = opcode == DUP;
    dup2 = opcode == DUP2;
  }

  /** The value of the expression is put below what the store takes. */
  private boolean copiesResult(int opcode) {
    int slots =
        switch (opcode) {
          case DUP_X1 -> kind == Kind.FIELD ? 1 : 0;
          case DUP2_X1 -> kind == Kind.FIELD ? 2 : 0;
          case DUP_X2 -> kind == Kind.ELEMENT ? 1 : 0;
          case DUP2_X2 -> kind == Kind.ELEMENT ? 2 : 0;
          default -> 0;
        };
    return slots != 0 && size == slots && depth == slots;
  }

  private void arithmetic(int opcode) {
    switch (opcode) {
      case ICONST_M1,
          ICONST_0,
          ICONST_1,
          ICONST_2,
          ICONST_3,
          ICONST_4,
          ICONST_5,
          FCONST_0,
          FCONST_1,
          FCONST_2 ->
          pure(0, 1);
      case LCONST_0, LCONST_1, DCONST_0, DCONST_1 -> pure(0, 2);
      case IADD,
          ISUB,
          IMUL,
          ISHL,
          ISHR,
          IUSHR,
          IAND,
          IOR,
          IXOR,
          FADD,
          FSUB,
          FMUL,
          FDIV,
          FREM,
          FCMPL,
          FCMPG ->
          pure(2, 1);
      case LADD, LSUB, LMUL, LAND, LOR, LXOR, DADD, DSUB, DMUL, DDIV, DREM -> pure(4, 2);
      case LSHL, LSHR, LUSHR -> pure(3, 2);
      case LCMP, DCMPL, DCMPG -> pure(4, 1);
      case INEG, FNEG, I2F, F2I, I2B, I2C, I2S -> pure(1, 1);
      case LNEG, DNEG, L2D, D2L -> pure(2, 2);
      case I2L, I2D, F2L, F2D -> pure(1, 2);
      case L2I, L2F, D2I, D2F -> pure(2, 1);
      default -> forget();
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    switch (opcode) {
      case ILOAD, FLOAD -> pure(0, 1);
      case LLOAD, DLOAD -> pure(0, 2);
      case ALOAD -> {
        pure(0, 1);
        loaded = variable;
      }
      default -> forget();
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == NEWARRAY) {
      forget();
    } else {
      pure(0, 1);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (value instanceof Integer || value instanceof Float) {
      pure(0, 1);
    } else if (value instanceof Long || value instanceof Double) {
      pure(0, 2);
    } else {
      forget();
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    pure(0, 0);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    forget();
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    forget();
  }

  @Override
  public void visitInvokeDynamicInsn(String name, String desc, Handle bootstrap, Object... args) {
    forget();
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    forget();
  }

  @Override
  public void visitLabel(Label label) {
    forget();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
    forget();
  }

  @Override
  public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
    forget();
  }

  @Override
  public void visitMultiANewArrayInsn(String desc, int dimensions) {
    forget();
  }
}
