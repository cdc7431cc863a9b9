package dev.racedetect.agent.hierarchy;

import java.util.ArrayList;
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

  private static final int THIS = 1;

  private final String ownName;
  private final List<Store> stores = new ArrayList<>();
  private final List<Set<Constructor>> called = new ArrayList<>();
  private final Map<Label, FreshState> expected = new HashMap<>();
  private final Map<Label, LoopHead> passed = new HashMap<>();
  private final Set<Label> handlers = new HashSet<>();

  /** Null behind an instruction after which the next one is not executed. */
  private @Nullable FreshState state = new FreshState();

  private int fieldAccesses;

  /** From which store on nothing is sure if a loop does not bear out its assumption. */
  private int firstLoop = Integer.MAX_VALUE;

  private boolean failed;

  /** Whether {@code this} may have escaped when the constructor returns. */
  private boolean escapes;

  private record LoopHead(FreshState state, int stores) {}

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
      FreshState start = new FreshState();
      start.store(0, THIS);
      state = start;
    }
  }

  /** The state to change; null also before there is an object to follow. */
  private @Nullable FreshState live() {
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

  private void jump(Label target) {
    FreshState s = state;
    if (s == null) {
      return;
    }
    LoopHead head = passed.get(target);
    if (head != null) {
      firstLoop = Math.min(firstLoop, head.stores());
      failed |= !head.state().holdsIn(s);
    } else {
      FreshState before = expected.get(target);
      expected.put(target, before == null ? kept(s) : before.join(s));
    }
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    super.visitTryCatchBlock(start, end, handler, type);
    handlers.add(handler);
  }

  /** A state that stays as it is; before there is an object to follow all are the same. */
  private FreshState kept(FreshState s) {
    return called.isEmpty() ? s : s.copy();
  }

  private static @Nullable FreshState joined(@Nullable FreshState a, @Nullable FreshState b) {
    return a == null ? b : b == null ? a : a.join(b);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    FreshState jumped = expected.remove(label);
    FreshState s = joined(state, jumped);
    if (s == null || handlers.contains(label)) {
      s = new FreshState();
    }
    state = s;
    passed.put(label, new LoopHead(kept(s), stores.size()));
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    FreshState s = live();
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
        escapes |= (s.fresh() & FreshState.bit(THIS)) == 0;
        state = null;
      }
      case Opcodes.ATHROW -> state = null;
      default -> plain(s, opcode);
    }
  }

  /** Copies the topmost slots below others. */
  private static void copy(FreshState s, int slots, int below) {
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

  private static void plain(FreshState s, int opcode) {
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      s.use(2);
      s.pushOthers(opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1);
      return;
    }
    int growth = StackGrowth.of(opcode);
    if (growth < 0) {
      s.use(-growth);
    } else {
      s.pushOthers(growth);
    }
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    FreshState s = live();
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
        s.store(variable, FreshState.OTHER);
      }
      case Opcodes.LSTORE, Opcodes.DSTORE -> {
        s.use(2);
        s.store(variable, FreshState.OTHER);
        s.store(variable + 1, FreshState.OTHER);
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
    FreshState s = live();
    if (s != null && opcode != Opcodes.NEWARRAY) {
      s.push(FreshState.OTHER);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    FreshState s = live();
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
      state = new FreshState(); // so far the same for all labels
    }
    FreshState s = live();
    if (s == null) {
      return;
    }
    switch (opcode) {
      case Opcodes.NEW -> s.push(own ? made(s) : FreshState.OTHER);
      case Opcodes.INSTANCEOF -> {
        s.pop();
        s.push(FreshState.OTHER);
      }
      default -> {} // checkcast gives what it takes, anewarray takes a length
    }
  }

  private int made(FreshState s) {
    if (called.size() == MOST_OBJECTS) {
      return FreshState.OTHER;
    }
    called.add(new HashSet<>());
    s.renew(called.size());
    return called.size();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    super.visitFieldInsn(opcode, owner, name, desc);
    int number = fieldAccesses++;
    FreshState s = live();
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
        int bit = FreshState.bit(object);
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
    FreshState s = live();
    if (s == null) {
      return;
    }
    int sizes = Type.getArgumentsAndReturnSizes(desc);
    s.use((sizes >> 2) - 1);
    if (opcode != Opcodes.INVOKESTATIC) {
      int receiver = s.pop();
      int bit = FreshState.bit(receiver);
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
    FreshState s = live();
    if (s != null) {
      int sizes = Type.getArgumentsAndReturnSizes(desc);
      s.use((sizes >> 2) - 1);
      s.pushOthers(sizes & 3);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    FreshState s = live();
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
    FreshState s = live();
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
    FreshState s = live();
    if (s != null) {
      s.use(dimensions);
      s.push(FreshState.OTHER);
    }
  }

  @Override
  public void visitEnd() {
    expected.clear();
    passed.clear();
    super.visitEnd();
  }
}
