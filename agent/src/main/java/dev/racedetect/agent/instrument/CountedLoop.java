package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.agent.hierarchy.ResolvedField;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * An innermost loop {@code for (; i < limit; i += step)} whose counter is a local variable that
 * nothing else changes, whose limit is fixed, which ends nowhere but at its head (or by an
 * exception) and in which nothing synchronises or is called. So it ends, and a thread has one epoch
 * and one clock in all of it.
 */
final class CountedLoop {
  private final InsnList code;

  /** Where the loop begins: the test of the counter. */
  final LabelNode head;

  /** The jump out of the loop. */
  final JumpInsnNode exit;

  /** The jump back. */
  private final int last;

  final int counter;
  final int step;

  private CountedLoop(
      InsnList code, LabelNode head, JumpInsnNode exit, int last, int counter, int step) {
    this.code = code;
    this.head = head;
    this.exit = exit;
    this.last = last;
    this.counter = counter;
    this.step = step;
  }

  /** The loop that a jump closes; null if it is none of this kind. */
  static @Nullable CountedLoop closedBy(JumpInsnNode back, MethodNode method, ClassContext type) {
    InsnList code = method.instructions;
    int last = code.indexOf(back);
    int first = code.indexOf(back.label);
    AbstractInsnNode before = real(back.getPrevious(), false);
    if (back.getOpcode() != GOTO || first >= last || !(before instanceof IincInsnNode count)) {
      return null;
    }
    JumpInsnNode exit = test(back.label, count.var);
    if (exit == null || count.incr <= 0 || code.indexOf(exit) >= last) {
      return null;
    }
    CountedLoop loop = new CountedLoop(code, back.label, exit, last, count.var, count.incr);
    return code.indexOf(exit.label) > last && loop.entered(method, count) && loop.quiet(count, type)
        ? loop
        : null;
  }

  /** The next instruction that is not a label, a line or a frame, this one included. */
  private static @Nullable AbstractInsnNode real(@Nullable AbstractInsnNode from, boolean forward) {
    AbstractInsnNode at = from;
    while (at != null && at.getOpcode() < 0) {
      at = forward ? at.getNext() : at.getPrevious();
    }
    return at;
  }

  /**
   * The jump of {@code iload i; limit; if_icmpge}, where the limit is computed from variables and
   * constants.
   */
  private static @Nullable JumpInsnNode test(LabelNode head, int counter) {
    AbstractInsnNode load = real(head, true);
    if (!(load instanceof VarInsnNode v) || v.getOpcode() != ILOAD || v.var != counter) {
      return null;
    }
    AbstractInsnNode at = real(load.getNext(), true);
    for (int i = 0; i < 6 && at != null; i++) {
      if (at instanceof JumpInsnNode jump) {
        return jump.getOpcode() == Opcodes.IF_ICMPGE || jump.getOpcode() == Opcodes.IF_ICMPGT
            ? jump
            : null;
      }
      if (!limit(at)) {
        return null;
      }
      at = at.getNext() instanceof LabelNode ? null : real(at.getNext(), true);
    }
    return null;
  }

  private static boolean limit(AbstractInsnNode at) {
    int op = at.getOpcode();
    return op == ILOAD
        || op == Opcodes.ALOAD
        || op == Opcodes.ARRAYLENGTH
        || op >= Opcodes.ICONST_M1 && op <= Opcodes.ICONST_5
        || op == Opcodes.BIPUSH
        || op == Opcodes.SIPUSH
        || op == Opcodes.LDC
        || op == Opcodes.ISUB
        || op == Opcodes.IADD;
  }

  /** Whether the loop is entered only at its head, from just before it, and closed only once. */
  private boolean entered(MethodNode method, AbstractInsnNode count) {
    AbstractInsnNode above = real(head.getPrevious(), false);
    if (above == null
        || above.getOpcode() == GOTO
        || above.getOpcode() >= IRETURN && above.getOpcode() <= RETURN
        || above.getOpcode() == Opcodes.ATHROW
        || above instanceof TableSwitchInsnNode
        || above instanceof LookupSwitchInsnNode) {
      return false;
    }
    for (AbstractInsnNode at : code) {
      if (at instanceof TableSwitchInsnNode s) {
        for (LabelNode target : s.labels) {
          if (within(target)) {
            return false;
          }
        }
        if (within(s.dflt)) {
          return false;
        }
      } else if (at instanceof LookupSwitchInsnNode s) {
        for (LabelNode target : s.labels) {
          if (within(target)) {
            return false;
          }
        }
        if (within(s.dflt)) {
          return false;
        }
      } else if (at instanceof JumpInsnNode jump && code.indexOf(at) != last) {
        boolean inside = code.indexOf(at) > code.indexOf(head) && code.indexOf(at) < last;
        boolean backward = code.indexOf(jump.label) <= code.indexOf(at);
        if (inside ? backward || !within(jump.label) && at != exit : within(jump.label)) {
          return false;
        }
        if (inside && code.indexOf(jump.label) > code.indexOf(count)) {
          if (at != exit) {
            return false;
          }
        }
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (within(block.handler) || within(block.start) || within(block.end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a label is in the loop, its head included. */
  private boolean within(LabelNode label) {
    int at = code.indexOf(label);
    return at >= code.indexOf(head) && at <= last;
  }

  /** Whether nothing in the loop synchronises, leaves it, or changes the counter or the limit. */
  private boolean quiet(IincInsnNode count, ClassContext type) {
    for (AbstractInsnNode at = head; code.indexOf(at) < last; at = at.getNext()) {
      if (at instanceof IincInsnNode other && other != count && other.var == counter
          || at instanceof VarInsnNode v && stores(v, counter)
          || at instanceof FieldInsnNode f && !plain(f, type)
          || at instanceof MethodInsnNode m && !pure(m)
          || at instanceof LdcInsnNode ldc && !plain(ldc.cst)
          || loud(at.getOpcode())) {
        return false;
      }
    }
    for (AbstractInsnNode at = head; at != exit; at = at.getNext()) {
      if (at instanceof VarInsnNode v && v.var != counter && !fixed(v.var)) {
        return false;
      }
    }
    return true;
  }

  /** Instructions that leave the loop, synchronise, or may load a class by code of the program. */
  private static boolean loud(int op) {
    return op >= IRETURN && op <= RETURN
        || op == Opcodes.ATHROW
        || op == Opcodes.NEW
        || op == Opcodes.MONITORENTER
        || op == Opcodes.MONITOREXIT
        || op == Opcodes.INVOKEDYNAMIC
        || op == Opcodes.CHECKCAST
        || op == Opcodes.INSTANCEOF
        || op == Opcodes.ANEWARRAY
        || op == Opcodes.MULTIANEWARRAY
        || op == Opcodes.JSR
        || op == Opcodes.RET;
  }

  private static boolean pure(MethodInsnNode m) {
    return m.getOpcode() == INVOKESTATIC && m.owner.equals("java/lang/Math");
  }

  private static boolean plain(Object constant) {
    return constant instanceof Number || constant instanceof String;
  }

  private static boolean plain(FieldInsnNode f, ClassContext type) {
    if (f.getOpcode() == GETSTATIC || f.getOpcode() == PUTSTATIC) {
      return false;
    }
    ResolvedField resolved = type.shadowed(f.owner, f.name, f.desc);
    if (resolved == null) {
      return false;
    }
    ShadowPolicy policy = ShadowPolicy.of(resolved.field());
    return policy == ShadowPolicy.PLAIN
        || policy == ShadowPolicy.FINAL && (f.getOpcode() == GETFIELD || f.getOpcode() == PUTFIELD);
  }

  /** Whether a variable keeps its value in the loop. */
  boolean fixed(int variable) {
    for (AbstractInsnNode at = head; code.indexOf(at) < last; at = at.getNext()) {
      if (at instanceof IincInsnNode inc && inc.var == variable
          || at instanceof VarInsnNode v && stores(v, variable)) {
        return false;
      }
    }
    return true;
  }

  private static boolean stores(VarInsnNode v, int variable) {
    int op = v.getOpcode();
    boolean wide = op == Opcodes.LSTORE || op == Opcodes.DSTORE;
    return op >= Opcodes.ISTORE
        && op <= Opcodes.ASTORE
        && (v.var == variable || wide && v.var == variable - 1);
  }

  /** Whether an instruction is executed once in each round, and before the counter advances. */
  boolean always(AbstractInsnNode insn) {
    int p = code.indexOf(insn);
    if (p <= code.indexOf(exit) || p >= last) {
      return false;
    }
    for (AbstractInsnNode at = exit.getNext(); at != insn; at = at.getNext()) {
      if (at instanceof JumpInsnNode jump && code.indexOf(jump.label) > p
          || at instanceof TableSwitchInsnNode
          || at instanceof LookupSwitchInsnNode) {
        return false;
      }
    }
    return true;
  }

  /** Whether a reference is stored into an array, so that rows may be replaced. */
  boolean storesReferences() {
    for (AbstractInsnNode at = head; code.indexOf(at) < last; at = at.getNext()) {
      if (at.getOpcode() == Opcodes.AASTORE) {
        return true;
      }
    }
    return false;
  }

  /** The jump back. */
  AbstractInsnNode end() {
    return code.get(last);
  }
}
