package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.DUP2_X1;
import static org.objectweb.asm.Opcodes.DUP_X2;
import static org.objectweb.asm.Opcodes.H_INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;

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
    if (!bridges.possible() || !call.owner().startsWith("java/") && !unsafe(call)) {
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
      if (type.checked() && name.equals("<init>")) {
        construct(owner, desc);
      }
      super.visitMethodInsn(opcode, owner, name, desc, itf);
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

  /** Constructors that copy an array. */
  private void construct(String owner, String desc) {
    switch (owner + desc) {
      case "java/lang/String([C)V",
          "java/lang/String([B)V",
          "java/math/BigInteger([B)V",
          "java/util/concurrent/atomic/AtomicIntegerArray([I)V",
          "java/util/concurrent/atomic/AtomicLongArray([J)V",
          "java/util/concurrent/atomic/AtomicReferenceArray([Ljava/lang/Object;)V" -> {
        // STACK: array -> array, array
        mv.visitInsn(DUP);
        readAll();
      }
      case "java/lang/String([BLjava/nio/charset/Charset;)V",
          "java/lang/String([BLjava/lang/String;)V" -> {
        // STACK: array, charset -> array, charset, array
        mv.visitInsn(DUP2);
        mv.visitInsn(POP);
        readAll();
      }
      case "java/lang/String([CII)V", "java/lang/String([BII)V" -> readPart(desc.substring(1, 3));
      default -> {}
    }
  }

  private void readAll() {
    locals.loadSite(mv);
    call(
        Type.getInternalName(RangeHooks.class),
        "beforeReadAll",
        "(Ljava/lang/Object;" + BridgeWriter.CALLER + ")V");
  }

  private void readPart(String arrayType) {
    // STACK: array, from, length -> from, length, array, from, length -> from, length, array
    mv.visitInsn(DUP2_X1);
    locals.loadSite(mv);
    call(
        Type.getInternalName(RangeHooks.class),
        "beforeReadOf",
        "(Ljava/lang/Object;II" + BridgeWriter.CALLER + ")Ljava/lang/Object;");
    mv.visitTypeInsn(CHECKCAST, arrayType);
    // STACK: from, length, array -> array, from, length
    mv.visitInsn(DUP_X2);
    mv.visitInsn(POP);
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
