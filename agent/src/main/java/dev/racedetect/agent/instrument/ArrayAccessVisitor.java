package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BALOAD;
import static org.objectweb.asm.Opcodes.BASTORE;
import static org.objectweb.asm.Opcodes.CALOAD;
import static org.objectweb.asm.Opcodes.CASTORE;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.DUP2_X1;
import static org.objectweb.asm.Opcodes.DUP2_X2;
import static org.objectweb.asm.Opcodes.DUP_X2;
import static org.objectweb.asm.Opcodes.FALOAD;
import static org.objectweb.asm.Opcodes.FASTORE;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.POP2;
import static org.objectweb.asm.Opcodes.SALOAD;
import static org.objectweb.asm.Opcodes.SASTORE;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Inserts the check before each load or store of an array element, and before array clones.
 *
 * <p>Each instruction keeps the shadow of the array that it used last in a local variable; the
 * check uses it if it is still that of the array at hand, which it asks of the shadow itself. So
 * the variable may be stale, and several instructions may share one.
 *
 * <p>The load of a compound assignment is checked as the store.
 */
final class ArrayAccessVisitor extends ConcernVisitor {
  private static final String CHECK_DESC =
      "(Ljava/lang/Object;I"
          + Names.ARRAY_SHADOW_DESC
          + Names.THREAD_STATE_DESC
          + "JI)"
          + Names.ARRAY_SHADOW_DESC;
  private static final String LOOP_DESC =
      "(Ljava/lang/Object;IIIII" + Names.THREAD_STATE_DESC + "JI)V";
  private static final String CLONE_DESC = "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + "JI)V";

  /** Array instructions so far. */
  private int accesses;

  /** The store that was checked at the load of its compound assignment; -1 for none. */
  private int checkedStore = -1;

  ArrayAccessVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitInsn(int opcode) {
    boolean access = opcode >= IALOAD && opcode <= SALOAD || opcode >= IASTORE && opcode <= SASTORE;
    if (access && (locals.movedChecks.get(accesses) || accesses == checkedStore)) {
      accesses++;
      super.visitInsn(opcode);
      return;
    }
    switch (opcode) {
      case AALOAD, BALOAD, CALOAD, DALOAD, FALOAD, IALOAD, LALOAD, SALOAD -> {
        // STACK: array, index -> array, index, array, index
        Integer store = locals.compound.elements.get(accesses);
        checkedStore = store == null ? -1 : store;
        mv.visitInsn(DUP2);
        check(store == null ? "beforeLoad" : "beforeStore");
      }
      case AASTORE, BASTORE, CASTORE, FASTORE, IASTORE, SASTORE -> {
        // STACK: array, index, value -> value, array, index -> array, index, value, array, index
        mv.visitInsn(DUP_X2);
        mv.visitInsn(POP);
        mv.visitInsn(DUP2_X1);
        check("beforeStore");
      }
      case DASTORE, LASTORE -> {
        mv.visitInsn(DUP2_X2);
        mv.visitInsn(POP2);
        mv.visitInsn(DUP2_X2);
        check("beforeStore");
      }
      default -> {}
    }
    super.visitInsn(opcode);
  }

  /** STACK: ..., array, index -> ... */
  private void check(String hook) {
    int shadow = locals.shadow(accesses++);
    mv.visitVarInsn(ALOAD, shadow);
    locals.loadSite(mv);
    call(Names.ARRAY_HOOKS, hook, CHECK_DESC);
    mv.visitVarInsn(ASTORE, shadow);
  }

  /** Replaces the calls that {@link LoopVisitor} has put around a loop. */
  private void loop(String name) {
    String[] parts = name.split(":", -1);
    if (name.startsWith(LoopVisitor.START)) {
      mv.visitVarInsn(Opcodes.ISTORE, locals.starts[Integer.parseInt(parts[1])]);
      return;
    }
    // STACK: array, counter -> ...
    mv.visitVarInsn(Opcodes.ILOAD, locals.starts[Integer.parseInt(parts[2])]);
    MethodFrame.push(mv, Integer.parseInt(parts[3]));
    MethodFrame.push(mv, Integer.parseInt(parts[4]));
    MethodFrame.push(mv, Integer.parseInt(parts[5]));
    locals.loadSite(mv);
    call(Names.ARRAY_HOOKS, parts[1].equals("W") ? "afterStores" : "afterLoads", LOOP_DESC);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    if (name.charAt(0) == '$' && owner.equals(Names.ARRAY_HOOKS)) {
      loop(name);
      return;
    }
    if (owner.charAt(0) == '[' && name.equals("clone")) {
      mv.visitInsn(DUP);
      locals.loadSite(mv);
      call(Names.ARRAY_HOOKS, "beforeClone", CLONE_DESC);
    }
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }
}
