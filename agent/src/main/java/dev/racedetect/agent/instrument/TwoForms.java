package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.Checked;
import dev.racedetect.runtime.hook.MethodSampling;
import dev.racedetect.runtime.race.Frames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A method in two forms, of which each run takes one ({@link MethodSampling}): with all hooks, or
 * with those of synchronisation only, which is the original code but for them (Arnold and Ryder, "A
 * framework for reducing the cost of instrumented code", PLDI 2001).
 *
 * <pre>
 *   if (MethodSampling.sampled(id)) return the checked form;
 *   the bare form
 * </pre>
 *
 * <p>The checked form is a method of its own, so that the compiler takes the rest for what it was:
 * as small, and as worth being inlined. It has the same name and one parameter more, {@link
 * Checked}. Where it is called there is no line, which tells a frame that is not the program's
 * ({@link Frames#withoutForms}).
 *
 * <p>A loop that calls methods may run for the whole life of a thread. A method with one has both
 * forms one behind the other, as has a constructor; the lines are in both. At the head of such a
 * loop in the bare form a run that has passed there often may change to the checked one, and stays
 * there. There is no way back, and no way out of loops without calls: a second entry into a loop of
 * the bare form would keep HotSpot's compiler from optimising it.
 *
 * <p>A method that would become larger than what HotSpot compiles has the bare form only.
 */
final class TwoForms extends MethodNode {
  /** Puts the visitors of a form before a writer. */
  interface Form {
    /**
     * The first of the visitors.
     *
     * @param words how many words the variables of the method take
     */
    MethodVisitor before(MethodVisitor writer, MethodFrame.Locals locals, int words);
  }

  /** HotSpot's {@code HugeMethodLimit}: larger methods are interpreted for ever. */
  private static final int LARGEST = 8_000;

  /** A run that passes fewer heads of loops ends soon, and the next one has its own choice. */
  private static final int LONG_RUN = 1_000;

  private static final String SAMPLING = Type.getInternalName(MethodSampling.class);
  private static final String CHECKED = Type.getDescriptor(Checked.class);

  private final ClassContext type;
  private final MethodVisitor writer;
  private final Form checked;
  private final MethodFrame.Locals checkedLocals;
  private final Form bare;
  private final MethodFrame.Locals bareLocals;
  private final Runnable tooLarge;
  private final ClassVisitor members;

  /** At the head of each loop that may change its form: a constant that is popped again. */
  private final List<String> marks = new ArrayList<>();

  /**
   * @param writer where the method goes
   * @param tooLarge is run if there is no room for the checked form
   * @param members where a checked form goes that is a method of its own
   */
  TwoForms(
      ClassContext type,
      MethodNode header,
      MethodVisitor writer,
      Form checked,
      MethodFrame.Locals checkedLocals,
      Form bare,
      MethodFrame.Locals bareLocals,
      Runnable tooLarge,
      ClassVisitor members) {
    super(
        Opcodes.ASM9,
        header.access,
        header.name,
        header.desc,
        header.signature,
        header.exceptions.toArray(new String[0]));
    this.type = type;
    this.writer = writer;
    this.checked = checked;
    this.checkedLocals = checkedLocals;
    this.bare = bare;
    this.bareLocals = bareLocals;
    this.tooLarge = tooLarge;
    this.members = members;
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    if (framed()) {
      markLoops();
    }
    boolean apart = marks.isEmpty() && mayStandApart();
    MethodNode large = apart ? checkedMethod() : copy();
    MethodNode small = copy();
    int largeSize = write(checked, checkedLocals, large, maxLocals + 1);
    int smallSize = write(bare, bareLocals, small, maxLocals + 1);
    boolean same = largeSize == smallSize;
    boolean room =
        apart ? Math.max(largeSize, smallSize) <= LARGEST : largeSize + smallSize <= LARGEST;
    if (!same && room && apart) {
      int id = MethodSampling.register();
      large.instructions.insert(entered(id));
      large.accept(members);
      call(small, large.desc, id);
      small.accept(writer);
    } else if (!same && room) {
      join(large, counting(small), MethodSampling.register());
      large.accept(writer);
    } else {
      if (!same) {
        tooLarge.run();
      }
      marks(small).values().forEach(mark -> remove(small, mark));
      small.accept(writer);
    }
  }

  /** The bare form, with a count of the passages of loop heads if there are any to change at. */
  private MethodNode counting(MethodNode bareForm) {
    if (marks.isEmpty()) {
      return bareForm;
    }
    bareLocals.countsPassages = true;
    MethodNode counted = copy();
    // Behind the variables of the checked form, which are set before the bare one is left.
    write(bare, bareLocals, counted, maxLocals + 1 + checkedLocals.words());
    return counted;
  }

  /** What {@code super(...)} or a first assignment of a final field is in stays where it is. */
  private boolean mayStandApart() {
    return name.charAt(0) != '<'
        && (!type.facts().isInterface() || type.facts().version() >= Opcodes.V1_8);
  }

  private MethodNode checkedMethod() {
    int kept = access & (Opcodes.ACC_STATIC | Opcodes.ACC_STRICT);
    String widened = desc.replace(")", CHECKED + ")");
    return new MethodNode(
        Opcodes.ASM9,
        kept | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC,
        name,
        widened,
        null,
        exceptions.toArray(new String[0]));
  }

  /** Puts the way to the checked form before the bare one. */
  private void call(MethodNode bareForm, String checkedDesc, int id) {
    LabelNode start = new LabelNode();
    InsnList gate = gate(id, start);
    int variable = 0;
    if ((access & Opcodes.ACC_STATIC) == 0) {
      gate.add(new VarInsnNode(Opcodes.ALOAD, variable++));
    }
    for (Type argument : Type.getArgumentTypes(desc)) {
      gate.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), variable));
      variable += argument.getSize();
    }
    gate.add(new InsnNode(Opcodes.ACONST_NULL));
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    gate.add(
        new MethodInsnNode(
            isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
            type.facts().name(),
            name,
            checkedDesc,
            type.facts().isInterface()));
    gate.add(new InsnNode(Type.getReturnType(desc).getOpcode(Opcodes.IRETURN)));
    land(gate, start);
    bareForm.instructions.insert(gate);
  }

  private InsnList gate(int id, LabelNode otherwise) {
    InsnList gate = new InsnList();
    gate.add(new LdcInsnNode(id));
    gate.add(new MethodInsnNode(Opcodes.INVOKESTATIC, SAMPLING, "sampled", "(I)Z", false));
    gate.add(new JumpInsnNode(Opcodes.IFEQ, otherwise));
    return gate;
  }

  private static InsnList entered(int id) {
    InsnList code = new InsnList();
    code.add(new LdcInsnNode(id));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, SAMPLING, "entered", "(I)V", false));
    return code;
  }

  /** Where a run comes that takes the bare form. */
  private void land(InsnList code, LabelNode start) {
    code.add(start);
    if (framed()) {
      Object[] types = MethodFrame.arguments(type.facts().name(), access, name, desc).toArray();
      code.add(new FrameNode(Opcodes.F_NEW, types.length, types, 0, new Object[0]));
      // The bare form may begin with a frame of its own.
      code.add(new InsnNode(Opcodes.NOP));
    }
  }

  private boolean framed() {
    return type.facts().version() >= Opcodes.V1_6;
  }

  /** Marks loops that call something and have nothing on the stack where they begin. */
  private void markLoops() {
    Map<LabelNode, FrameNode> heads = new HashMap<>();
    for (AbstractInsnNode insn : instructions) {
      if (insn instanceof JumpInsnNode jump
          && instructions.indexOf(jump.label) < instructions.indexOf(insn)
          && calls(jump.label, insn)) {
        FrameNode frame = frame(jump.label);
        if (frame != null && frame.stack.isEmpty() && initialised(frame)) {
          heads.put(jump.label, frame);
        }
      }
    }
    for (FrameNode frame : heads.values()) {
      // Told from constants of the program by its identity.
      String mark = new String("loop");
      marks.add(mark);
      InsnList marking = new InsnList();
      marking.add(new LdcInsnNode(mark));
      marking.add(new InsnNode(Opcodes.POP));
      instructions.insert(frame, marking);
    }
  }

  private static boolean calls(AbstractInsnNode from, AbstractInsnNode to) {
    for (AbstractInsnNode at = from; at != to; at = at.getNext()) {
      if (at instanceof MethodInsnNode) {
        return true;
      }
    }
    return false;
  }

  /** The frame at a label; null if there is none. */
  private static @Nullable FrameNode frame(LabelNode label) {
    for (AbstractInsnNode at = label; at != null && at.getOpcode() < 0; at = at.getNext()) {
      if (at instanceof FrameNode frame) {
        return frame;
      }
    }
    return null;
  }

  private static boolean initialised(FrameNode frame) {
    return frame.local.stream()
        .noneMatch(t -> t == Opcodes.UNINITIALIZED_THIS || t instanceof LabelNode);
  }

  private MethodNode copy() {
    return new MethodNode(
        Opcodes.ASM9, access, name, desc, signature, exceptions.toArray(new String[0]));
  }

  /**
   * Writes a form into a node.
   *
   * @param words before the form's own variables: those of the method, and one more for the last
   *     parameter of a checked form
   * @return how many bytes of code it has at most
   */
  private int write(Form form, MethodFrame.Locals locals, MethodNode to, int words) {
    CodeSizeEvaluator size = new CodeSizeEvaluator(to);
    accept(form.before(size, locals, words));
    return size.getMaxSize();
  }

  private void join(MethodNode to, MethodNode behind, int id) {
    joinLoops(to, behind, id);
    LabelNode start = new LabelNode();
    to.instructions.insert(entered(id));
    to.instructions.insert(gate(id, start));
    InsnList landing = new InsnList();
    land(landing, start);
    to.instructions.add(landing);
    to.instructions.add(behind.instructions);
    to.tryCatchBlocks.addAll(behind.tryCatchBlocks);
    to.localVariables = both(to.localVariables, behind.localVariables);
  }

  /** From the head of a loop in the bare form to its head in the checked one. */
  private void joinLoops(MethodNode to, MethodNode from, int id) {
    IdentityHashMap<String, LdcInsnNode> heads = marks(to);
    for (Map.Entry<String, LdcInsnNode> mark : marks(from).entrySet()) {
      LdcInsnNode at = mark.getValue();
      LdcInsnNode head = heads.remove(mark.getKey());
      AbstractInsnNode frame = at.getPrevious();
      if (head != null
          && frame instanceof FrameNode here
          && head.getPrevious() instanceof FrameNode there) {
        LabelNode entry = new LabelNode();
        to.instructions.insertBefore(there, entry);
        from.instructions.insertBefore(at, change(here, entry, id));
      }
      remove(from, at);
      if (head != null) {
        remove(to, head);
      }
    }
    heads.values().forEach(mark -> remove(to, mark));
  }

  private InsnList change(FrameNode frame, LabelNode entry, int id) {
    MethodNode code = new MethodNode(Opcodes.ASM9);
    LabelNode stay = new LabelNode();
    code.visitIincInsn(bareLocals.passages, 1);
    code.visitVarInsn(Opcodes.ILOAD, bareLocals.passages);
    MethodFrame.push(code, LONG_RUN);
    code.instructions.add(new JumpInsnNode(Opcodes.IF_ICMPLT, stay));
    code.visitLdcInsn(id);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, SAMPLING, "loopSampled", "(I)Z", false);
    code.instructions.add(new JumpInsnNode(Opcodes.IFEQ, stay));
    code.instructions.add(entered(id));
    MethodFrame.prologue(code, checkedLocals);
    code.instructions.add(new JumpInsnNode(Opcodes.GOTO, entry));
    code.instructions.add(stay);
    Object[] types = frame.local.toArray();
    code.instructions.add(new FrameNode(Opcodes.F_NEW, types.length, types, 0, new Object[0]));
    code.instructions.add(new InsnNode(Opcodes.NOP));
    return code.instructions;
  }

  private IdentityHashMap<String, LdcInsnNode> marks(MethodNode form) {
    IdentityHashMap<String, LdcInsnNode> found = new IdentityHashMap<>();
    for (AbstractInsnNode insn : form.instructions) {
      if (insn instanceof LdcInsnNode ldc
          && ldc.cst instanceof String mark
          && marks.stream().anyMatch(m -> m == mark)) {
        found.put(mark, ldc);
      }
    }
    return found;
  }

  private static void remove(MethodNode form, LdcInsnNode mark) {
    form.instructions.remove(mark.getNext());
    form.instructions.remove(mark);
  }

  private static @Nullable List<LocalVariableNode> both(
      @Nullable List<LocalVariableNode> first, @Nullable List<LocalVariableNode> second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    first.addAll(second);
    return first;
  }
}
