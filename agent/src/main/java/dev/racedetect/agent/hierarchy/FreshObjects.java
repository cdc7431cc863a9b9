package dev.racedetect.agent.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * An escape analysis of one method (Choi and others, OOPSLA 1999, reduced to one method): which
 * stores to fields are of an object that surely no other thread, and no other method, has a
 * reference to. Such an object is the {@code this} of a constructor, or an object of the own class
 * that the method has made. It has escaped as soon as it is used for anything but an access to one
 * of its fields, a comparison, or a copy between local variables and the operand stack.
 *
 * <p>One pass in the order of the code, with an abstract state for each instruction: what variables
 * and stack hold, and which objects are fresh. At a label the states of all jumps to it are joined,
 * and what they do not agree on has escaped. The state at the head of a loop is an assumption that
 * each jump back must bear out; if one does not, nothing is known from the first loop head on. At
 * exception handlers nothing is known. So what is found holds on each path; what is missed costs
 * time only.
 *
 * <p>A finalizer may run once {@code Object}'s constructor has returned and the object is not
 * reachable; it still is while one of these stores is to come, so that it does not see them being
 * made. What the JVM does not do, JNI and {@code Unsafe} may: calling a constructor for an object
 * that is in use. That is not provided for.
 */
public final class FreshObjects extends MethodVisitor {
  /**
   * A constructor.
   *
   * @param owner internal name of its class
   */
  public record Constructor(String owner, String desc) {}

  /**
   * A store to a field of an object that has not escaped, provided that some constructors do not
   * let their {@code this} escape.
   *
   * @param number of the instruction among those of the method that access fields, from 0
   * @param owner class in which the instruction looks for the field
   * @param name of the field
   * @param desc of the field
   * @param ofThis whether the object is the {@code this} of a constructor
   * @param constructors that were called for the object
   */
  public record Store(
      int number,
      String owner,
      String name,
      String desc,
      boolean ofThis,
      Set<Constructor> constructors) {}

  /** Bits are all that tells objects apart. */
  private static final int MOST_OBJECTS = 32;

  /** Stands for whatever is not followed. */
  private static final int OTHER = 0;

  private static final int THIS = 1;

  private final String ownName;
  private final List<Store> stores = new ArrayList<>();
  private final List<Set<Constructor>> called = new ArrayList<>();
  private final Map<Label, State> expected = new HashMap<>();
  private final Map<Label, LoopHead> passed = new HashMap<>();
  private final Set<Label> handlers = new HashSet<>();

  /** Null behind an instruction after which the next one is not executed. */
  private @Nullable State state = new State();

  private int fieldAccesses;

  /** From which store on nothing is sure if a loop does not bear out its assumption. */
  private int firstLoop = Integer.MAX_VALUE;

  private boolean failed;

  /** Whether {@code this} may have escaped when the constructor returns. */
  private boolean escapes;

  private record LoopHead(State state, int stores) {}

  /**
   * Analyses a method while it is read without debug information and frames.
   *
   * @param ownName internal name of the class
   * @param name of the method
   * @param behind sees the same method; null for nobody
   */
  public FreshObjects(String ownName, String name, @Nullable MethodVisitor behind) {
    super(Opcodes.ASM9, behind);
    this.ownName = ownName;
    if (name.equals("<init>")) {
      called.add(new HashSet<>());
      State start = new State();
      start.store(0, THIS);
      state = start;
    }
  }

  /** The state to change; null also before there is an object to follow. */
  private @Nullable State live() {
    return called.isEmpty() ? null : state;
  }

  /** The stores that were found; complete at the end of the method. */
  public List<Store> stores() {
    return failed && firstLoop < stores.size() ? stores.subList(0, firstLoop) : stores;
  }

  /**
   * The constructors that must not let {@code this} escape, so that this one does not; null if it
   * does, or may do. For a constructor only, at its end.
   */
  public @Nullable Set<Constructor> keptBy() {
    return failed || escapes ? null : called.get(0);
  }

  /** What variables and stack hold before an instruction: numbers of objects, in slots. */
  private static final class State {
    private int[] variables = {};
    private int[] stack = new int[4];
    private int depth;

    /** Objects whose constructor has returned, a bit each. */
    private int constructed;

    /** Objects that have escaped. */
    private int escaped;

    State copy() {
      State s = new State();
      s.variables = variables.clone();
      s.stack = stack.clone();
      s.depth = depth;
      s.constructed = constructed;
      s.escaped = escaped;
      return s;
    }

    static int bit(int object) {
      return object == OTHER ? 0 : 1 << object - 1;
    }

    int fresh() {
      return constructed & ~escaped;
    }

    int load(int variable) {
      return variable < variables.length ? variables[variable] : OTHER;
    }

    void store(int variable, int object) {
      if (variable >= variables.length) {
        if (object == OTHER) {
          return;
        }
        variables = Arrays.copyOf(variables, variable + 4);
      }
      variables[variable] = object;
    }

    void push(int object) {
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, 2 * depth);
      }
      stack[depth++] = object;
    }

    /** Below what is known of the stack are things that are not followed. */
    int pop() {
      return depth == 0 ? OTHER : stack[--depth];
    }

    int fromTop(int i) {
      return i < depth ? stack[depth - 1 - i] : OTHER;
    }

    void escape(int object) {
      escaped |= bit(object);
    }

    /** Takes slots from the stack for a purpose that is not known. */
    void use(int slots) {
      for (int i = 0; i < slots; i++) {
        escape(pop());
      }
    }

    void pushOthers(int slots) {
      for (int i = 0; i < slots; i++) {
        push(OTHER);
      }
    }

    /** Forgets an object of an earlier round of a loop. */
    void renew(int object) {
      constructed &= ~bit(object);
      escaped &= ~bit(object);
    }

    /** What holds whichever of the two states there is. */
    State join(State other) {
      State s = new State();
      s.constructed = constructed & other.constructed;
      s.escaped = escaped | other.escaped | constructed ^ other.constructed;
      int variableCount = Math.max(variables.length, other.variables.length);
      for (int i = 0; i < variableCount; i++) {
        s.store(i, s.agreed(load(i), other.load(i)));
      }
      int slots = Math.max(depth, other.depth);
      for (int i = slots - 1; i >= 0; i--) {
        s.push(s.agreed(fromTop(i), other.fromTop(i)));
      }
      return s;
    }

    private int agreed(int a, int b) {
      if (a == b) {
        return a;
      }
      escape(a);
      escape(b);
      return OTHER;
    }

    /** Whether the other state may be taken for this one. */
    boolean holdsIn(State other) {
      int followed = held() & ~escaped;
      if ((followed & (constructed ^ other.constructed | other.escaped)) != 0) {
        return false;
      }
      for (int i = 0; i < Math.max(variables.length, other.variables.length); i++) {
        if (!holds(load(i), other.load(i), followed)) {
          return false;
        }
      }
      for (int i = 0; i < Math.max(depth, other.depth); i++) {
        if (!holds(fromTop(i), other.fromTop(i), followed)) {
          return false;
        }
      }
      return true;
    }

    private static boolean holds(int assumed, int actual, int followed) {
      return assumed == actual || ((bit(assumed) | bit(actual)) & followed) == 0;
    }

    /** The objects that a variable or the stack refers to. */
    private int held() {
      int bits = 0;
      for (int object : variables) {
        bits |= bit(object);
      }
      for (int i = 0; i < depth; i++) {
        bits |= bit(stack[i]);
      }
      return bits;
    }
  }

  private void jump(Label target) {
    State s = state;
    if (s == null) {
      return;
    }
    LoopHead head = passed.get(target);
    if (head != null) {
      firstLoop = Math.min(firstLoop, head.stores());
      failed |= !head.state().holdsIn(s);
    } else {
      State before = expected.get(target);
      expected.put(target, before == null ? kept(s) : before.join(s));
    }
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    super.visitTryCatchBlock(start, end, handler, type);
    handlers.add(handler);
  }

  /** A state that stays as it is; before there is an object to follow all are the same. */
  private State kept(State s) {
    return called.isEmpty() ? s : s.copy();
  }

  private static @Nullable State joined(@Nullable State a, @Nullable State b) {
    return a == null ? b : b == null ? a : a.join(b);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    State jumped = expected.remove(label);
    State s = joined(state, jumped);
    if (s == null || handlers.contains(label)) {
      s = new State();
    }
    state = s;
    passed.put(label, new LoopHead(kept(s), stores.size()));
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    State s = live();
    if (s == null) {
      return;
    }
    switch (opcode) {
      case Opcodes.POP -> s.pop();
      case Opcodes.POP2 -> {
        s.pop();
        s.pop();
      }
      case Opcodes.DUP -> copy(s, 1, 0);
      case Opcodes.DUP_X1 -> copy(s, 1, 1);
      case Opcodes.DUP_X2 -> copy(s, 1, 2);
      case Opcodes.DUP2 -> copy(s, 2, 0);
      case Opcodes.DUP2_X1 -> copy(s, 2, 1);
      case Opcodes.DUP2_X2 -> copy(s, 2, 2);
      case Opcodes.SWAP -> {
        int a = s.pop();
        int b = s.pop();
        s.push(a);
        s.push(b);
      }
      case Opcodes.IRETURN,
          Opcodes.LRETURN,
          Opcodes.FRETURN,
          Opcodes.DRETURN,
          Opcodes.ARETURN,
          Opcodes.RETURN -> {
        escapes |= (s.fresh() & State.bit(THIS)) == 0;
        state = null;
      }
      case Opcodes.ATHROW -> state = null;
      default -> plain(s, opcode);
    }
  }

  /** Copies the topmost slots below others. */
  private static void copy(State s, int slots, int below) {
    int[] moved = new int[slots + below];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = s.pop();
    }
    for (int i = slots - 1; i >= 0; i--) {
      s.push(moved[i]);
    }
    for (int i = moved.length - 1; i >= 0; i--) {
      s.push(moved[i]);
    }
  }

  private static void plain(State s, int opcode) {
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      s.use(2);
      s.pushOthers(opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1);
      return;
    }
    int growth = growth(opcode);
    if (growth < 0) {
      s.use(-growth);
    } else {
      s.pushOthers(growth);
    }
  }

  /** How many slots the stack grows by. What takes references and gives something gives less. */
  private static int growth(int opcode) {
    return switch (opcode) {
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
      case Opcodes.ACONST_NULL,
          Opcodes.ICONST_M1,
          Opcodes.ICONST_0,
          Opcodes.ICONST_1,
          Opcodes.ICONST_2,
          Opcodes.ICONST_3,
          Opcodes.ICONST_4,
          Opcodes.ICONST_5,
          Opcodes.FCONST_0,
          Opcodes.FCONST_1,
          Opcodes.FCONST_2,
          Opcodes.I2L,
          Opcodes.I2D,
          Opcodes.F2L,
          Opcodes.F2D ->
          1;
      case Opcodes.NOP,
          Opcodes.ARRAYLENGTH,
          Opcodes.INEG,
          Opcodes.LNEG,
          Opcodes.FNEG,
          Opcodes.DNEG,
          Opcodes.I2F,
          Opcodes.L2D,
          Opcodes.F2I,
          Opcodes.D2L,
          Opcodes.I2B,
          Opcodes.I2C,
          Opcodes.I2S ->
          0;
      case Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR,
          Opcodes.DADD,
          Opcodes.DSUB,
          Opcodes.DMUL,
          Opcodes.DDIV,
          Opcodes.DREM ->
          -2;
      case Opcodes.LCMP,
          Opcodes.DCMPL,
          Opcodes.DCMPG,
          Opcodes.IASTORE,
          Opcodes.FASTORE,
          Opcodes.AASTORE,
          Opcodes.BASTORE,
          Opcodes.CASTORE,
          Opcodes.SASTORE ->
          -3;
      case Opcodes.LASTORE, Opcodes.DASTORE -> -4;
      default -> -1;
    };
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    State s = live();
    if (s == null) {
      return;
    }
    switch (opcode) {
      case Opcodes.ILOAD, Opcodes.FLOAD -> s.pushOthers(1);
      case Opcodes.LLOAD, Opcodes.DLOAD -> s.pushOthers(2);
      case Opcodes.ALOAD -> s.push(s.load(variable));
      case Opcodes.ASTORE -> s.store(variable, s.pop());
      case Opcodes.ISTORE, Opcodes.FSTORE -> {
        s.use(1);
        s.store(variable, OTHER);
      }
      case Opcodes.LSTORE, Opcodes.DSTORE -> {
        s.use(2);
        s.store(variable, OTHER);
        s.store(variable + 1, OTHER);
      }
      default -> giveUp(); // ret
    }
  }

  /** Subroutines of old class files. */
  private void giveUp() {
    failed = true;
    firstLoop = 0;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    State s = live();
    if (s != null && opcode != Opcodes.NEWARRAY) {
      s.push(OTHER);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    State s = live();
    if (s != null) {
      boolean wide =
          value instanceof Long
              || value instanceof Double
              || value instanceof ConstantDynamic c && c.getSize() == 2;
      s.pushOthers(wide ? 2 : 1);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    boolean own = opcode == Opcodes.NEW && type.equals(ownName);
    if (own && called.isEmpty()) {
      called.add(Set.of()); // in place of the this of a constructor
      state = new State(); // so far the same for all labels
    }
    State s = live();
    if (s == null) {
      return;
    }
    switch (opcode) {
      case Opcodes.NEW -> s.push(own ? made(s) : OTHER);
      case Opcodes.INSTANCEOF -> {
        s.pop();
        s.push(OTHER);
      }
      default -> {} // checkcast gives what it takes, anewarray takes a length
    }
  }

  private int made(State s) {
    if (called.size() == MOST_OBJECTS) {
      return OTHER;
    }
    called.add(new HashSet<>());
    s.renew(called.size());
    return called.size();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    super.visitFieldInsn(opcode, owner, name, desc);
    int number = fieldAccesses++;
    State s = live();
    if (s == null) {
      return;
    }
    int slots = Type.getType(desc).getSize();
    switch (opcode) {
      case Opcodes.GETFIELD -> {
        s.pop();
        s.pushOthers(slots);
      }
      case Opcodes.GETSTATIC -> s.pushOthers(slots);
      case Opcodes.PUTSTATIC -> s.use(slots);
      default -> {
        s.use(slots);
        int object = s.pop();
        int bit = State.bit(object);
        if ((bit & s.fresh()) != 0) {
          Set<Constructor> constructors = called.get(object - 1);
          stores.add(new Store(number, owner, name, desc, object == THIS, constructors));
        } else if (object == THIS && (bit & s.escaped) == 0) {
          stores.add(new Store(number, owner, name, desc, true, Set.of()));
        }
      }
    }
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    super.visitMethodInsn(opcode, owner, name, desc, itf);
    State s = live();
    if (s == null) {
      return;
    }
    int sizes = Type.getArgumentsAndReturnSizes(desc);
    s.use((sizes >> 2) - 1);
    if (opcode != Opcodes.INVOKESTATIC) {
      int receiver = s.pop();
      int bit = State.bit(receiver);
      if (name.equals("<init>") && (bit & (s.constructed | s.escaped)) == 0 && bit != 0) {
        s.constructed |= bit;
        if (!owner.equals("java/lang/Object")) {
          called.get(receiver - 1).add(new Constructor(owner, desc));
        }
      } else {
        s.escape(receiver);
      }
    }
    s.pushOthers(sizes & 3);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
    State s = live();
    if (s != null) {
      int sizes = Type.getArgumentsAndReturnSizes(desc);
      s.use((sizes >> 2) - 1);
      s.pushOthers(sizes & 3);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    State s = live();
    if (s == null) {
      return;
    }
    switch (opcode) {
      case Opcodes.GOTO -> {}
      case Opcodes.JSR -> giveUp();
      case Opcodes.IFNULL, Opcodes.IFNONNULL -> s.pop();
      case Opcodes.IF_ICMPEQ,
          Opcodes.IF_ICMPNE,
          Opcodes.IF_ICMPLT,
          Opcodes.IF_ICMPGE,
          Opcodes.IF_ICMPGT,
          Opcodes.IF_ICMPLE,
          Opcodes.IF_ACMPEQ,
          Opcodes.IF_ACMPNE -> {
        s.pop();
        s.pop();
      }
      default -> s.pop();
    }
    jump(label);
    if (opcode == Opcodes.GOTO) {
      state = null;
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
    super.visitTableSwitchInsn(min, max, dflt, labels);
    branches(dflt, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(dflt, keys, labels);
    branches(dflt, labels);
  }

  private void branches(Label dflt, Label[] labels) {
    State s = live();
    if (s != null) {
      s.pop();
      jump(dflt);
      for (Label label : labels) {
        jump(label);
      }
      state = null;
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String desc, int dimensions) {
    super.visitMultiANewArrayInsn(desc, dimensions);
    State s = live();
    if (s != null) {
      s.use(dimensions);
      s.push(OTHER);
    }
  }

  @Override
  public void visitEnd() {
    expected.clear();
    passed.clear();
    super.visitEnd();
  }
}
