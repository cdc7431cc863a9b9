package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import dev.racedetect.runtime.hook.PublicationHooks;
import dev.racedetect.runtime.shadow.ShadowField;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Static methods that make one lambda or method reference each, after a look at what it captures:
 * captured values may lie anywhere on the stack, in a method they are parameters.
 */
final class CaptureBridges {
  private static final int ACCESS = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;

  private record Capture(
      String bridge, String name, String desc, Handle bootstrap, List<Object> arguments) {}

  private final ClassContext type;
  private final List<Capture> captures = new ArrayList<>();

  CaptureBridges(ClassContext type) {
    this.type = type;
  }

  /** Whether something is captured that may be data. */
  boolean needed(String desc) {
    if (type.facts().isInterface() && type.facts().version() < Opcodes.V1_8) {
      return false;
    }
    for (Type argument : Type.getArgumentTypes(desc)) {
      if (type.data().holds(argument.getDescriptor())) {
        return true;
      }
    }
    return false;
  }

  /** In place of the instruction. STACK: as the instruction. */
  void invoke(
      MethodVisitor mv, String name, String desc, Handle bootstrap, Object[] arguments) {
    String bridge = ShadowField.PREFIX + "c$" + captures.size();
    captures.add(new Capture(bridge, name, desc, bootstrap, List.of(arguments)));
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, type.facts().name(), bridge, desc, type.facts().isInterface());
  }

  /** Adds all bridges to the class; to be called at its end. */
  void add(ClassVisitor cv) {
    for (Capture capture : captures) {
      MethodVisitor mv = cv.visitMethod(ACCESS, capture.bridge(), capture.desc(), null, null);
      mv.visitCode();
      Type[] types = Type.getArgumentTypes(capture.desc());
      int index = 0;
      for (Type argument : types) {
        if (type.data().holds(argument.getDescriptor())) {
          mv.visitVarInsn(Opcodes.ALOAD, index);
          mv.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              Type.getInternalName(PublicationHooks.class),
              "captured",
              "(Ljava/lang/Object;)V",
              false);
        }
        index += argument.getSize();
      }
      index = 0;
      for (Type argument : types) {
        mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), index);
        index += argument.getSize();
      }
      mv.visitInvokeDynamicInsn(
          capture.name(), capture.desc(), capture.bootstrap(), capture.arguments().toArray());
      mv.visitInsn(Opcodes.ARETURN);
      mv.visitMaxs(0, 0);
      mv.visitEnd();
    }
  }
}
