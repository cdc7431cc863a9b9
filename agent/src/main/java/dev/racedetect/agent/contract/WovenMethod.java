package dev.racedetect.agent.contract;

import dev.racedetect.agent.contract.Moment.Kind;
import dev.racedetect.agent.instrument.MonitorRanges;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * One method with its rows woven in.
 *
 * <p>All locals that the rows need are allocated and set at the entry, so that every later stack
 * map frame may contain them, and conditions are hook calls: no branch is emitted, and the only new
 * frame is that of the handler around the body.
 */
final class WovenMethod extends AdviceAdapter {
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final String MUTE = "dev/racedetect/runtime/hook/MuteHooks";
  private static final String LEGACY = "dev/racedetect/runtime/hook/LegacyHooks";

  private final String owner;
  private final boolean isStatic;
  private final boolean isSynchronized;
  private final Type result;
  private final Type[] parameters;
  private final List<Contract> rows;
  private final Set<Contract> missing;
  private final Label start = new Label();
  private final List<Type> added = new ArrayList<>();
  private final HookCall call;

  /** Null if the rows are about no monitors. */
  private final @Nullable MonitorRanges ranges;

  /** Null if no row acts after calls that throw. */
  private final @Nullable CallEnds ends;

  /** A bit for each kind of moment of the rows. */
  private final int kinds;

  /** The moments at calls in the body. */
  private static final int CALLS =
      bit(Kind.BEFORE) | bit(Kind.CALL) | bit(Kind.AFTER) | bit(Kind.ENDED);

  private int muteLevel = -1;
  private int level = -1;
  private boolean entered;

  WovenMethod(
      MethodVisitor behind,
      int access,
      String name,
      String desc,
      String owner,
      ClassShape shape,
      List<Contract> rows,
      Set<Contract> missing) {
    this(
        (kinds(rows) & bit(Kind.ENDED)) != 0
            ? new AnalyzerAdapter(owner, access, name, desc, behind)
            : behind,
        (kinds(rows) & bit(Kind.MONITORS)) != 0 ? new MonitorRanges(behind) : null,
        access,
        name,
        desc,
        owner,
        shape,
        rows,
        missing);
  }

  private WovenMethod(
      MethodVisitor behind,
      @Nullable MonitorRanges ranges,
      int access,
      String name,
      String desc,
      String owner,
      ClassShape shape,
      List<Contract> rows,
      Set<Contract> missing) {
    super(Opcodes.ASM9, ranges == null ? behind : ranges, access, name, desc);
    this.ranges = ranges;
    this.kinds = kinds(rows);
    if (ranges != null && behind instanceof AnalyzerAdapter) {
      throw new IllegalArgumentException("monitors and ended calls in one method: " + owner + name);
    }
    this.ends = behind instanceof AnalyzerAdapter frames ? new CallEnds(frames, mv) : null;
    this.owner = owner;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
    this.isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    this.result = Type.getReturnType(desc);
    this.parameters = Type.getArgumentTypes(desc);
    this.rows = rows;
    this.missing = missing;
    this.call = new HookCall(this, owner, shape, parameters, isStatic);
  }

  /** A constructor may make calls before it calls another one, where the rest cannot begin yet. */
  @Override
  public void visitCode() {
    super.visitCode();
    if (!entered && opens()) {
      keepLevel();
    }
  }

  /** The level to which calls in the body come back. */
  private void keepLevel() {
    invoke("level", "()I");
    level = newLocal(Type.INT_TYPE);
    added.add(Type.INT_TYPE);
    storeLocal(level);
  }

  @Override
  protected void onMethodEnter() {
    entered = true;
    if (uses("kept") || anyKept()) {
      call.kept = local(keepsInt() ? Type.INT_TYPE : OBJECT);
    }
    if (needsResult()) {
      call.result = local(result);
      call.resultType = result;
    }
    if (needsHandler()) {
      call.thrown = local(Type.getObjectType("java/lang/Throwable"));
    }
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.ENTRY) {
        run(row);
      }
    }
    if (isSynchronized && has(Kind.MONITORS)) {
      monitor("entered");
    }
    if (mutes()) {
      invoke(deafens() ? "deafen" : "enter", "()I");
      muteLevel = newLocal(Type.INT_TYPE);
      added.add(Type.INT_TYPE);
      storeLocal(muteLevel);
    }
    done(Kind.BODY);
    if (opens() && level < 0) {
      keepLevel();
    }
    if (needsHandler()) {
      mv.visitLabel(start);
    }
  }

  private boolean keepsInt() {
    for (Contract row : rows) {
      if (row.operation().isWord("keep")) {
        return true;
      }
    }
    return false;
  }

  private boolean anyKept() {
    for (Contract row : rows) {
      if (row.operation().kept() || row.operation().isWord("keep")) {
        return true;
      }
    }
    return false;
  }

  private boolean uses(String argument) {
    for (Contract row : rows) {
      if (row.operation().arguments().contains(argument)) {
        return true;
      }
    }
    return false;
  }

  private boolean needsResult() {
    if (result == Type.VOID_TYPE) {
      return false;
    }
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.RETURN && !row.moment().detail().isEmpty()) {
        return true;
      }
    }
    return uses("result");
  }

  private boolean needsHandler() {
    return has(Kind.THROW) || mutes() || isSynchronized && has(Kind.MONITORS);
  }

  /**
   * Whether the body runs at another level. Where there are sampling periods the level is nothing
   * to go by ({@link ThreadState#muted}).
   */
  private boolean mutes() {
    return has(Kind.BODY) && (!Periods.SAMPLED || deafens());
  }

  /** Whether calls in the body run at another level than the body. */
  private boolean opens() {
    return has(Kind.CALL) && !Periods.SAMPLED;
  }

  private boolean deafens() {
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.BODY && row.operation().isWord("deafen")) {
        return true;
      }
    }
    return false;
  }

  private static int kinds(List<Contract> rows) {
    int kinds = 0;
    for (Contract row : rows) {
      kinds |= bit(row.moment().kind());
    }
    return kinds;
  }

  private static int bit(Kind kind) {
    return 1 << kind.ordinal();
  }

  private boolean has(Kind kind) {
    return (kinds & bit(kind)) != 0;
  }

  private void done(Kind kind) {
    for (Contract row : rows) {
      if (row.moment().kind() == kind) {
        missing.remove(row);
      }
    }
  }

  /** A local that is zero or null until a row sets it. */
  private int local(Type type) {
    int index = newLocal(type);
    added.add(type);
    switch (type.getSort()) {
      case Type.LONG -> push(0L);
      case Type.FLOAT -> push(0f);
      case Type.DOUBLE -> push(0d);
      case Type.OBJECT, Type.ARRAY -> visitNull();
      default -> push(0);
    }
    storeLocal(index);
    return index;
  }

  private void visitNull() {
    mv.visitInsn(Opcodes.ACONST_NULL);
  }

  private void run(Contract row) {
    missing.remove(row);
    call.emit(row, null);
  }

  private void invoke(String hook, String desc) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, MUTE, hook, desc, false);
  }

  @Override
  protected void onMethodExit(int opcode) {
    if (opcode == Opcodes.ATHROW) {
      return;
    }
    leave();
    if (call.result >= 0) {
      if (result.getSize() == 2) {
        dup2();
      } else {
        dup();
      }
      storeLocal(call.result);
    }
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.RETURN) {
        run(row);
      }
    }
    if (isSynchronized && has(Kind.MONITORS)) {
      monitor("exiting");
    }
  }

  private void leave() {
    if (muteLevel >= 0) {
      loadLocal(muteLevel);
      invoke("exit", "(I)V");
    }
  }

  private void monitor(String hook) {
    done(Kind.MONITORS);
    if (isStatic) {
      push(Type.getObjectType(owner));
    } else {
      loadThis();
    }
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, LEGACY, hook, "(Ljava/lang/Object;)V", false);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.MONITORENTER && ranges != null) {
      done(Kind.MONITORS);
      // STACK: lock -> lock, lock
      mv.visitInsn(Opcodes.DUP);
      super.visitInsn(opcode);
      ranges.entered(
          () ->
              mv.visitMethodInsn(
                  Opcodes.INVOKESTATIC, LEGACY, "entered", "(Ljava/lang/Object;)V", false));
      return;
    }
    if (opcode == Opcodes.MONITOREXIT && ranges != null) {
      // STACK: lock -> lock, lock
      super.visitInsn(Opcodes.DUP);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, LEGACY, "exiting", "(Ljava/lang/Object;)V", false);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(int opcode, String type, String name, String desc, boolean itf) {
    if (!entered || (kinds & CALLS) == 0) {
      boolean opened = !entered && level >= 0 && open(type, name);
      super.visitMethodInsn(opcode, type, name, desc, itf);
      if (opened) {
        close();
      }
      return;
    }
    Type[] arguments = Type.getArgumentTypes(desc);
    Type last = arguments.length == 0 ? OBJECT : arguments[arguments.length - 1];
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.BEFORE && row.moment().isCallOf(type, name)) {
        missing.remove(row);
        call.emit(row, last);
      }
    }
    boolean opened = open(type, name);
    List<Contract> ending = ending(type, name);
    Label end = ends == null || ending.isEmpty() ? null : ends.begin(ending);
    super.visitMethodInsn(opcode, type, name, desc, itf);
    if (end != null) {
      super.visitLabel(end);
    }
    for (Contract row : ending) {
      run(row);
    }
    if (opened) {
      close();
    }
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.AFTER && row.moment().isCallOf(type, name)) {
        missing.remove(row);
        call.emit(row, Type.getReturnType(desc));
      }
    }
  }

  /** Changes the level for a call; false if no row says so. */
  private boolean open(String type, String name) {
    boolean opened = false;
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.CALL && row.moment().isCallOf(type, name)) {
        missing.remove(row);
        opened = opens();
        if (opened) {
          invoke(row.operation().isWord("mute") ? "quieten" : "open", "()V");
        }
      }
    }
    return opened;
  }

  private void close() {
    loadLocal(level);
    invoke("close", "(I)V");
  }

  private List<Contract> ending(String type, String name) {
    List<Contract> ending = new ArrayList<>();
    for (Contract row : rows) {
      if (row.moment().kind() == Kind.ENDED && row.moment().isCallOf(type, name)) {
        ending.add(row);
      }
    }
    return ending;
  }

  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, @Nullable String type) {
    if (ends == null) {
      super.visitTryCatchBlock(from, to, handler, type);
    } else {
      ends.block(from, to, handler, type);
    }
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    if (ends != null) {
      ends.label(label);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String type, String name, String desc) {
    Kind kind =
        switch (opcode) {
          case Opcodes.PUTFIELD, Opcodes.PUTSTATIC -> Kind.STORE;
          case Opcodes.GETFIELD, Opcodes.GETSTATIC -> Kind.LOAD;
          default -> null;
        };
    Contract row = kind == null || !entered ? null : access(kind, name);
    if (row == null) {
      super.visitFieldInsn(opcode, type, name, desc);
      return;
    }
    missing.remove(row);
    boolean ofObject = row.operation().arguments().contains("object");
    if (kind == Kind.STORE) {
      for (Contract each : rows) {
        if (each.moment().is(row.moment())) {
          missing.remove(each);
          call.emit(each, Type.getType(desc));
        }
      }
      super.visitFieldInsn(opcode, type, name, desc);
    } else if (ofObject) {
      // STACK: object -> object, object -> object, value -> value, object -> value
      super.visitInsn(Opcodes.DUP);
      super.visitFieldInsn(opcode, type, name, desc);
      super.visitInsn(Opcodes.SWAP);
      call.emitOnTop(row);
    } else {
      super.visitFieldInsn(opcode, type, name, desc);
      call.emit(row, Type.getType(desc));
    }
  }

  private @Nullable Contract access(Kind kind, String field) {
    for (Contract row : rows) {
      if (row.moment().kind() == kind && row.moment().detail().equals(field)) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (ends != null) {
      ends.end(
          ending -> {
            for (Contract row : ending) {
              run(row);
            }
          });
    }
    if (entered && needsHandler()) {
      Label end = new Label();
      mv.visitLabel(end);
      mv.visitTryCatchBlock(start, end, end, null);
      handlerFrame();
      storeLocal(call.thrown);
      leave();
      for (Contract row : rows) {
        if (row.moment().kind() == Kind.THROW) {
          run(row);
        }
      }
      if (isSynchronized && has(Kind.MONITORS)) {
        monitor("exiting");
      }
      loadLocal(call.thrown);
      mv.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(maxStack, maxLocals);
  }

  private void handlerFrame() {
    List<Object> locals = new ArrayList<>();
    if (!isStatic) {
      locals.add(owner);
    }
    for (Type type : parameters) {
      locals.add(frameType(type));
    }
    for (Type type : added) {
      locals.add(frameType(type));
    }
    mv.visitFrame(
        Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {"java/lang/Throwable"});
  }

  private static Object frameType(Type type) {
    return switch (type.getSort()) {
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      case Type.OBJECT, Type.ARRAY -> type.getInternalName();
      default -> Opcodes.INTEGER;
    };
  }
}
