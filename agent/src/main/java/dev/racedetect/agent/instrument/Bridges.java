package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import dev.racedetect.runtime.shadow.ShadowField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The bridges of one class: private static methods that replace calls whose targets cannot be
 * instrumented themselves, native and signature-polymorphic ones above all. Calls that look the
 * same share a bridge. For a method reference to such a target there is a second method, which
 * finds out the current thread and its context by itself.
 */
final class Bridges {
  private static final int ACCESS = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;

  private record Bridge(String name, BridgeBody body) {}

  private final ClassContext type;
  private final Map<Call, Bridge> bridges = new LinkedHashMap<>();
  private final Map<Call, Handle> references = new LinkedHashMap<>();

  Bridges(ClassContext type) {
    this.type = type;
  }

  /** Whether the class can have private static methods. */
  boolean possible() {
    return !type.facts().isInterface() || type.facts().version() >= Opcodes.V1_8;
  }

  /** Name of the bridge for a call. */
  String name(Call call, BridgeBody body) {
    Bridge known = bridges.get(call);
    if (known == null) {
      known = new Bridge(ShadowField.PREFIX + "b$" + bridges.size(), body);
      bridges.put(call, known);
    }
    return known.name();
  }

  /** What a method reference to the target of the call is to refer to instead. */
  Handle reference(Call call, BridgeBody body) {
    name(call, body);
    return references.computeIfAbsent(
        call,
        c ->
            new Handle(
                Opcodes.H_INVOKESTATIC,
                type.facts().name(),
                ShadowField.PREFIX + "m$" + references.size(),
                c.staticDesc(),
                type.facts().isInterface()));
  }

  /** Adds all bridges to the class; to be called at its end. */
  void add(ClassVisitor cv) {
    bridges.forEach(
        (call, bridge) -> {
          MethodVisitor mv = cv.visitMethod(ACCESS, bridge.name(), call.bridgeDesc(), null, null);
          mv.visitCode();
          BridgeWriter writer = new BridgeWriter(mv, call);
          bridge.body().write(writer);
          writer.finish();
        });
    references.forEach((call, handle) -> addReference(cv, call, handle));
  }

  private void addReference(ClassVisitor cv, Call call, Handle handle) {
    MethodVisitor mv = cv.visitMethod(ACCESS, handle.getName(), handle.getDesc(), null, null);
    mv.visitCode();
    int next = 0;
    for (Type argument : Type.getArgumentTypes(handle.getDesc())) {
      mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), next);
      next += argument.getSize();
    }
    String thread = Names.THREAD_STATE;
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, thread, "current", "()" + Names.THREAD_STATE_DESC, false);
    mv.visitInsn(Opcodes.DUP);
    mv.visitFieldInsn(Opcodes.GETFIELD, thread, "context", "J");
    MethodFrame.push(mv, type.checked() ? Sites.next() : 0);
    invoke(mv, call, Objects.requireNonNull(bridges.get(call)).name());
    mv.visitInsn(Type.getReturnType(call.desc()).getOpcode(Opcodes.IRETURN));
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  /** Calls a bridge. STACK: arguments, thread, context, site -> result. */
  void invoke(MethodVisitor mv, Call call, String bridge) {
    String owner = type.facts().name();
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, owner, bridge, call.bridgeDesc(), type.facts().isInterface());
  }
}
