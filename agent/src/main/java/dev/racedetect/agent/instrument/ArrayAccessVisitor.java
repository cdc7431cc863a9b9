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
  private static final String ONE_DESC =
      "(Ljava/lang/Object;III" + Names.THREAD_STATE_DESC + "JI)V";
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
    switch (parts[0] + ":") {
      case LoopVisitor.START -> mv.visitVarInsn(Opcodes.ISTORE, start(parts[1]));
      case LoopVisitor.NO_ROW -> {
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, row(parts[1]));
      }
      case LoopVisitor.ROW -> {
        // STACK: row -> row
        mv.visitInsn(Opcodes.DUP);
        mv.visitVarInsn(ALOAD, row(parts[1]));
        call(Names.ARRAY_HOOKS, "row", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
        mv.visitVarInsn(Opcodes.ASTORE, row(parts[1]));
      }
      case LoopVisitor.END -> elements(parts, 3);
      case LoopVisitor.ROW_END -> {
        // STACK: counter -> row, counter
        mv.visitVarInsn(ALOAD, row(parts[3]));
        mv.visitInsn(Opcodes.SWAP);
        elements(parts, 4);
      }
      case LoopVisitor.ONE -> one(parts);
      case LoopVisitor.ROW_ONE -> {
        // STACK: index, counter -> row, index, counter
        mv.visitVarInsn(ALOAD, row(parts[3]));
        mv.visitInsn(DUP_X2);
        mv.visitInsn(POP);
        one(parts);
      }
      default -> throw new IllegalArgumentException(name);
    }
  }

  private int start(String loop) {
    return locals.starts[Integer.parseInt(loop)];
  }

  private int row(String number) {
    return locals.rows[Integer.parseInt(number)];
  }

  /** STACK: array, counter -> empty. */
  private void elements(String[] parts, int first) {
    mv.visitVarInsn(Opcodes.ILOAD, start(parts[2]));
    for (int i = first; i < first + 3; i++) {
      MethodFrame.push(mv, Integer.parseInt(parts[i]));
    }
    locals.loadSite(mv);
    call(Names.ARRAY_HOOKS, parts[1].equals("W") ? "afterStores" : "afterLoads", LOOP_DESC);
  }

  /** STACK: array, index, counter -> empty. */
  private void one(String[] parts) {
    mv.visitVarInsn(Opcodes.ILOAD, start(parts[2]));
    locals.loadSite(mv);
    call(Names.ARRAY_HOOKS, parts[1].equals("W") ? "afterStore" : "afterLoad", ONE_DESC);
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
