package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISUB;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Takes the checks of array elements {@code a[i + c]} out of counted loops, and those of {@code
 * a[j]} where {@code j} does not change: behind the loop there is one for all elements that it
 * accessed (the idea of BigFoot; Rhodes, Flanagan and Freund, PLDI 2017). The array may also be a
 * row {@code a[j]} of another, if the loop stores no reference into an array.
 *
 * <p>Sound, because in a {@link CountedLoop} the thread neither releases nor acquires: at its end
 * the thread's clock and epoch are those of each access, and whoever accesses such an element
 * meanwhile finds the access, or is found, when the later of both is checked. Only accesses that
 * each round makes are moved, so the elements are exactly those from the first to the last value of
 * the counter. Rows are compared round by round: where another thread has replaced one meanwhile,
 * its elements are not checked, and may be missed. A loop that an exception ends loses these
 * checks: its races on the elements may be missed.
 *
 * <p>What is moved is told to the visitors behind by {@link MethodFrame.Locals}; for the checks
 * there are calls of methods that do not exist, which {@link ArrayAccessVisitor} replaces.
 */
final class LoopVisitor extends MethodNode {
  /** Before the loop. STACK: counter -> empty. The loop's number follows. */
  static final String START = "$start:";

  /**
   * After the loop. STACK: array, counter -> empty. Operation, loop, offset, span and step follow.
   */
  static final String END = "$end:";

  /** The same for a row, whose number precedes the offset. STACK: counter -> empty. */
  static final String ROW_END = "$rowEnd:";

  /** One element. STACK: array, index, counter -> empty. Operation and loop follow. */
  static final String ONE = "$one:";

  /** One element of a row, whose number follows. STACK: index, counter -> empty. */
  static final String ROW_ONE = "$rowOne:";

  /** Before the loop, for each of its rows. Its number follows. */
  static final String NO_ROW = "$noRow:";

  /** After a row was loaded. STACK: row -> row. Its number follows. */
  static final String ROW = "$row:";

  private static final int MOST_INSTRUCTIONS = 4000;
  private static final int MOST_LOOPS = 16;

  /**
   * An element accessed in each round.
   *
   * @param array the variable that has the array, or the array of which it is a row
   * @param row what loads the row; null for none
   * @param index the variable that is the index; {@link #COUNTED} if that is the counter
   * @param offset from the counter
   */
  private record Moved(
      AbstractInsnNode insn,
      boolean write,
      int array,
      @Nullable AbstractInsnNode row,
      int index,
      int offset) {
    static final int COUNTED = -1;

    boolean sameArray(Moved other) {
      return array == other.array && row == other.row;
    }

    /**
     * Whether the check of another access covers this one. A write covers reads of the same element
     * in the same epoch: whoever races with the read races with the write.
     */
    boolean isCoveredBy(Moved other) {
      return sameArray(other)
          && index == other.index
          && offset == other.offset
          && (other.write || !write);
    }

    int line() {
      for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
        if (at instanceof LineNumberNode line) {
          return line.line;
        }
      }
      return -1;
    }
  }

  /** Accesses that one check is made for: their offsets follow one another in steps of the loop. */
  private static final class Check {
    final Moved first;
    int span;

    Check(Moved first) {
      this.first = first;
    }

    boolean takes(Moved next, int step) {
      return next.write == first.write
          && next.sameArray(first)
          && next.index == Moved.COUNTED
          && first.index == Moved.COUNTED
          && next.offset == first.offset + span + step
          && next.line() == first.line();
    }
  }

  /** The checks to be made, in the order of the code or, on one array, of the offsets. */
  private static List<Check> checks(List<Moved> moved, int step) {
    List<Moved> needed = new ArrayList<>();
    for (Moved m : moved) {
      if (needed.stream().noneMatch(m::isCoveredBy)) {
        needed.removeIf(n -> n.isCoveredBy(m));
        needed.add(m);
      }
    }
    List<Moved> byOffset = new ArrayList<>(needed);
    byOffset.sort(Comparator.comparingInt(Moved::offset));
    List<Check> checks = new ArrayList<>();
    for (Moved m : byOffset) {
      Check chain = null;
      for (Check check : checks) {
        if (check.takes(m, step)) {
          chain = check;
        }
      }
      if (chain != null) {
        chain.span += step;
      } else {
        checks.add(new Check(m));
      }
    }
    checks.sort(Comparator.comparingInt(check -> needed.indexOf(check.first)));
    return checks;
  }

  private final ClassContext type;
  private final MethodFrame.Locals locals;
  private final MethodVisitor behind;
  private final Set<AbstractInsnNode> unchecked = new HashSet<>();

  LoopVisitor(
      MethodVisitor behind,
      ClassContext type,
      MethodFrame.Locals locals,
      int access,
      String name,
      String desc) {
    super(Opcodes.ASM9, access, name, desc, null, null);
    this.behind = behind;
    this.type = type;
    this.locals = locals;
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    if (instructions.size() < MOST_INSTRUCTIONS) {
      List<CountedLoop> loops = loops();
      if (!loops.isEmpty()) {
        try {
          move(loops);
        } catch (AnalyzerException notUnderstood) {
          unchecked.clear();
        }
      }
    }
    int access = 0;
    for (AbstractInsnNode insn : instructions) {
      if (isLoad(insn) || isStore(insn)) {
        locals.movedChecks.set(access++, unchecked.contains(insn));
      }
    }
    accept(behind);
  }

  private List<CountedLoop> loops() {
    List<CountedLoop> loops = new ArrayList<>();
    for (AbstractInsnNode insn : instructions) {
      if (insn.getOpcode() == GOTO && loops.size() < MOST_LOOPS) {
        CountedLoop loop = CountedLoop.closedBy((JumpInsnNode) insn, this, type);
        if (loop != null) {
          loops.add(loop);
        }
      }
    }
    return loops;
  }

  private static final class Sources extends SourceInterpreter {
    Sources() {
      super(Opcodes.ASM9);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
      return insn instanceof VarInsnNode ? super.copyOperation(insn, value) : value;
    }
  }

  private void move(List<CountedLoop> loops) throws AnalyzerException {
    Frame<SourceValue>[] frames = new Analyzer<>(new Sources()).analyze(type.facts().name(), this);
    List<List<Moved>> moved = new ArrayList<>();
    for (CountedLoop loop : loops) {
      moved.add(moved(loop, frames));
    }
    for (int i = 0; i < loops.size(); i++) {
      FrameNode frame = frame(loops.get(i));
      boolean possible = frame != null ? frame.stack.isEmpty() : type.facts().version() < 50;
      if (!moved.get(i).isEmpty() && possible) {
        rewrite(loops.get(i), frame, moved.get(i));
      }
    }
  }

  private List<Moved> moved(CountedLoop loop, Frame<SourceValue>[] frames) {
    List<Moved> moved = new ArrayList<>();
    for (AbstractInsnNode insn = loop.exit; insn != loop.end(); insn = insn.getNext()) {
      Frame<SourceValue> frame = frames[instructions.indexOf(insn)];
      boolean store = isStore(insn);
      if (frame == null || !store && !isLoad(insn) || !loop.always(insn)) {
        continue;
      }
      int top = frame.getStackSize() - (store ? 2 : 1);
      AbstractInsnNode array = source(frame.getStack(top - 1));
      AbstractInsnNode index = source(frame.getStack(top));
      AbstractInsnNode row = array != null && array.getOpcode() == Opcodes.AALOAD ? array : null;
      if (row != null) {
        array = rowOf(row, loop, frames);
      }
      if (array instanceof VarInsnNode v && v.getOpcode() == ALOAD && loop.fixed(v.var)) {
        Integer offset = offset(index, loop, frames);
        if (offset != null) {
          moved.add(new Moved(insn, store, v.var, row, Moved.COUNTED, offset));
        } else if (index instanceof VarInsnNode i && isFixed(i, loop)) {
          moved.add(new Moved(insn, store, v.var, row, i.var, 0));
        }
      }
    }
    return moved;
  }

  /** The array of which the same row is loaded in each round; null if there is none such. */
  private @Nullable AbstractInsnNode rowOf(
      AbstractInsnNode row, CountedLoop loop, Frame<SourceValue>[] frames) {
    Frame<SourceValue> frame = frames[instructions.indexOf(row)];
    int top = frame.getStackSize() - 1;
    return loop.always(row)
            && !loop.storesReferences()
            && isFixed(source(frame.getStack(top)), loop)
        ? source(frame.getStack(top - 1))
        : null;
  }

  private static boolean isFixed(@Nullable AbstractInsnNode insn, CountedLoop loop) {
    return insn instanceof VarInsnNode v
        && v.getOpcode() == ILOAD
        && v.var != loop.counter
        && loop.fixed(v.var);
  }

  private static @Nullable AbstractInsnNode source(SourceValue value) {
    return value.insns.size() == 1 ? value.insns.iterator().next() : null;
  }

  /** The distance of an index from the counter; null if it is something else. */
  private @Nullable Integer offset(
      @Nullable AbstractInsnNode index, CountedLoop loop, Frame<SourceValue>[] frames) {
    if (isCounter(index, loop)) {
      return 0;
    }
    if (index == null || index.getOpcode() != IADD && index.getOpcode() != ISUB) {
      return null;
    }
    Frame<SourceValue> frame = frames[instructions.indexOf(index)];
    int top = frame.getStackSize() - 1;
    Integer constant = constant(source(frame.getStack(top)));
    if (constant == null || !isCounter(source(frame.getStack(top - 1)), loop)) {
      return null;
    }
    return index.getOpcode() == IADD ? constant : -constant;
  }

  private static boolean isCounter(@Nullable AbstractInsnNode insn, CountedLoop loop) {
    return insn instanceof VarInsnNode v && v.getOpcode() == ILOAD && v.var == loop.counter;
  }

  private static @Nullable Integer constant(@Nullable AbstractInsnNode insn) {
    if (insn == null) {
      return null;
    }
    int op = insn.getOpcode();
    if (op >= Opcodes.ICONST_M1 && op <= Opcodes.ICONST_5) {
      return op - Opcodes.ICONST_0;
    }
    return insn instanceof IntInsnNode i && op == Opcodes.BIPUSH ? i.operand : null;
  }

  private static @Nullable FrameNode frame(CountedLoop loop) {
    for (AbstractInsnNode at = loop.head; at.getOpcode() < 0; at = at.getNext()) {
      if (at instanceof FrameNode frame) {
        return frame;
      }
    }
    return null;
  }

  /** {@code if (i >= limit) goto exit} becomes {@code if (i >= limit) { checks; goto exit }}. */
  private void rewrite(CountedLoop loop, @Nullable FrameNode frame, List<Moved> moved) {
    int number = locals.loops++;
    InsnList start = new InsnList();
    start.add(new VarInsnNode(ILOAD, loop.counter));
    start.add(pseudo(START + number, "(I)V"));
    instructions.insertBefore(loop.head, start);

    InsnList checks = new InsnList();
    moved.forEach(m -> unchecked.add(m.insn));
    Map<AbstractInsnNode, Integer> rows = new HashMap<>();
    for (Check check : checks(moved, loop.step)) {
      line(checks, check.first.insn);
      checks.add(check(check, number, loop, rows));
    }
    for (Map.Entry<AbstractInsnNode, Integer> row : rows.entrySet()) {
      instructions.insertBefore(loop.head, pseudo(NO_ROW + row.getValue(), "()V"));
      instructions.insert(row.getKey(), pseudo(ROW + row.getValue(), "()V"));
    }
    checks.add(new JumpInsnNode(GOTO, loop.exit.label));
    LabelNode next = new LabelNode();
    checks.add(next);
    if (frame != null) {
      checks.add(
          new FrameNode(
              Opcodes.F_NEW, frame.local.size(), frame.local.toArray(), 0, new Object[0]));
    }
    line(checks, loop.exit);
    checks.add(new InsnNode(Opcodes.NOP));
    boolean strictly = loop.exit.getOpcode() == Opcodes.IF_ICMPGE;
    JumpInsnNode stay = new JumpInsnNode(strictly ? Opcodes.IF_ICMPLT : Opcodes.IF_ICMPLE, next);
    instructions.insert(loop.exit, checks);
    instructions.set(loop.exit, stay);
  }

  /** The call that makes a check, and what it needs. */
  private InsnList check(
      Check check, int loop, CountedLoop counted, Map<AbstractInsnNode, Integer> rows) {
    Moved m = check.first;
    InsnList code = new InsnList();
    String which = (m.write ? "W:" : "R:") + loop;
    String array = "Ljava/lang/Object;";
    if (m.row != null) {
      Integer row = rows.get(m.row);
      if (row == null) {
        row = locals.rowCount++;
        rows.put(m.row, row);
      }
      which += ":" + row;
      array = "";
    } else {
      code.add(new VarInsnNode(ALOAD, m.array));
    }
    if (m.index == Moved.COUNTED) {
      code.add(new VarInsnNode(ILOAD, counted.counter));
      String name = m.row == null ? END : ROW_END;
      which += ":" + m.offset + ":" + check.span + ":" + counted.step;
      code.add(pseudo(name + which, "(" + array + "I)V"));
    } else {
      code.add(new VarInsnNode(ILOAD, m.index));
      code.add(new VarInsnNode(ILOAD, counted.counter));
      code.add(pseudo((m.row == null ? ONE : ROW_ONE) + which, "(" + array + "II)V"));
    }
    return code;
  }

  /** Gives what follows the line of an instruction. */
  private static void line(InsnList list, AbstractInsnNode insn) {
    for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode line) {
        LabelNode here = new LabelNode();
        list.add(here);
        list.add(new LineNumberNode(line.line, here));
        return;
      }
    }
  }

  private static MethodInsnNode pseudo(String name, String desc) {
    return new MethodInsnNode(INVOKESTATIC, Names.ARRAY_HOOKS, name, desc, false);
  }

  private static boolean isLoad(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IALOAD && insn.getOpcode() <= Opcodes.SALOAD;
  }

  private static boolean isStore(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IASTORE && insn.getOpcode() <= Opcodes.SASTORE;
  }
}
