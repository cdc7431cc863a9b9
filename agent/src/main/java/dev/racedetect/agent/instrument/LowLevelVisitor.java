package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.H_INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;

import dev.racedetect.runtime.hook.RangeHooks;
import java.lang.invoke.LambdaMetafactory;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Sends calls that access variables by other means than instructions through bridges: variable
 * handles, fences, {@code Unsafe}, field updaters, reflection, operations on ranges of arrays. So
 * it does with method references to these.
 */
final class LowLevelVisitor extends ConcernVisitor {
  private static final String METAFACTORY = Type.getInternalName(LambdaMetafactory.class);

  private final Bridges bridges;

  LowLevelVisitor(
      MethodVisitor behind, ClassContext type, MethodFrame.Locals locals, Bridges bridges) {
    super(behind, type, locals);
    this.bridges = bridges;
  }

  /** How a call is carried out; null to leave it as it is. */
  private @Nullable BridgeBody find(Call call) {
    BridgeBody alive = bridges.possible() ? AliveCalls.find(call) : null;
    if (alive != null) {
      return alive;
    }
    if (!bridges.possible()
        || !call.owner().startsWith("java/")
            && !call.owner().startsWith("javax/crypto/")
            && !unsafe(call)) {
      return null;
    }
    BridgeBody body = VarHandleCalls.find(call);
    body = body != null ? body : FenceCalls.find(call);
    body = body != null ? body : UnsafeCalls.find(call);
    body = body != null ? body : UpdaterCalls.find(call);
    body = body != null ? body : MethodHandleCalls.find(call);
    if (body == null && (type.checked() || !ReflectionCalls.isData(call))) {
      body = ReflectionCalls.find(call);
    }
    return body == null && type.checked() ? RangeCalls.find(call) : body;
  }

  private static boolean unsafe(Call call) {
    return UnsafeCalls.isUnsafe(call.owner());
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    if (opcode == INVOKESPECIAL) {
      ArrayConstructors.Reads reads =
          type.checked() && name.equals("<init>") ? ArrayConstructors.find(owner, desc) : null;
      if (reads == null) {
        super.visitMethodInsn(opcode, owner, name, desc, itf);
      } else if (reads.isSimple()) {
        // STACK: array -> array, array
        mv.visitInsn(DUP);
        readAll();
        super.visitMethodInsn(opcode, owner, name, desc, itf);
      } else {
        new Spilled(reads).construct(owner, desc);
      }
      return;
    }
    Call call = new Call(opcode, owner, name, desc, itf);
    BridgeBody body = find(call);
    if (body == null) {
      super.visitMethodInsn(opcode, owner, name, desc, itf);
      return;
    }
    if (type.checked()) {
      locals.loadSite(mv);
    } else {
      locals.loadThread(mv);
      locals.loadContext(mv);
      mv.visitInsn(ICONST_0);
    }
    bridges.invoke(mv, call, bridges.name(call, body));
  }

  private void readAll() {
    locals.loadSite(mv);
    call(
        Type.getInternalName(RangeHooks.class),
        "beforeReadAll",
        "(Ljava/lang/Object;" + BridgeWriter.CALLER + ")V");
  }

  /**
   * A call of a constructor whose arguments are put aside. What they tell is reported once it has
   * returned, as one that finds them wrong has not read all.
   */
  private final class Spilled {
    private final ArrayConstructors.Reads reads;
    private final int[] variables;

    Spilled(ArrayConstructors.Reads reads) {
      this.reads = reads;
      variables = new int[reads.arguments().size()];
      int numbers = 0;
      int references = 0;
      for (int i = 0; i < variables.length; i++) {
        variables[i] =
            ArrayConstructors.isNumber(reads.arguments().get(i))
                ? locals.spilledNumbers[numbers++]
                : locals.spilledReferences[references++];
      }
    }

    void construct(String owner, String desc) {
      for (int i = variables.length - 1; i >= 0; i--) {
        mv.visitVarInsn(reads.arguments().get(i).getOpcode(ISTORE), variables[i]);
      }
      for (int i = 0; i < variables.length; i++) {
        load(i);
        if (!ArrayConstructors.isNumber(reads.arguments().get(i))) {
          mv.visitTypeInsn(CHECKCAST, reads.arguments().get(i).getInternalName());
        }
      }
      mv.visitMethodInsn(INVOKESPECIAL, owner, "<init>", desc, false);
      for (ArrayConstructors.Range range : reads.ranges()) {
        load(range.array());
        if (range.from() < 0) {
          readAll();
        } else {
          load(range.from());
          load(range.from() + 1);
          locals.loadSite(mv);
          call(Type.getInternalName(RangeHooks.class), "beforeRead", BridgeWriter.RANGE_DESC);
        }
      }
      for (int variable : locals.spilledReferences) {
        mv.visitInsn(ACONST_NULL);
        mv.visitVarInsn(ASTORE, variable);
      }
    }

    private void load(int argument) {
      mv.visitVarInsn(reads.arguments().get(argument).getOpcode(ILOAD), variables[argument]);
    }
  }

  /**
   * A bound receiver must have exactly the type of a bridge's first parameter, or linking fails: it
   * is captured as the type that the reference names, of which it is a subtype.
   */
  private static String capturingOwner(Handle target, String desc) {
    Type[] captured = Type.getArgumentTypes(desc);
    if (captured.length == 0 || target.getTag() == Opcodes.H_INVOKESTATIC) {
      return desc;
    }
    captured[0] = Type.getObjectType(target.getOwner());
    return Type.getMethodDescriptor(Type.getReturnType(desc), captured);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals(METAFACTORY)
        && arguments.length >= 3
        && arguments[1] instanceof Handle target
        && !serializable(arguments)) {
      Object[] replaced = arguments.clone();
      replaced[1] = reference(target);
      String capture = replaced[1].equals(target) ? desc : capturingOwner(target, desc);
      super.visitInvokeDynamicInsn(name, capture, bootstrap, replaced);
    } else {
      super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
    }
  }

  /** A serialized method reference is found again by the name of its target, which must stay. */
  private static boolean serializable(Object[] arguments) {
    return arguments.length > 3
        && arguments[3] instanceof Integer flags
        && (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
  }

  private Handle reference(Handle target) {
    int opcode =
        switch (target.getTag()) {
          case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
          case H_INVOKEINTERFACE -> INVOKEINTERFACE;
          case H_INVOKESTATIC -> INVOKESTATIC;
          default -> INVOKESPECIAL;
        };
    if (opcode == INVOKESPECIAL || !bridges.possible()) {
      return target;
    }
    Call call =
        new Call(
            opcode, target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    BridgeBody body = WaitCalls.find(call);
    body = body != null ? body : find(call);
    return body == null ? target : bridges.reference(call, body);
  }
}
