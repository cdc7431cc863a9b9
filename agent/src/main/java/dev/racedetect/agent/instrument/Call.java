package dev.racedetect.agent.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A call as the class file writes it.
 *
 * @param opcode the invoke instruction
 * @param owner internal name
 * @param desc symbolic descriptor; for variable handles each call has its own
 */
record Call(int opcode, String owner, String name, String desc, boolean isInterface) {
  /** Whether the method has no receiver. */
  boolean isStatic() {
    return opcode == Opcodes.INVOKESTATIC;
  }

  /** The descriptor of a static method that is given the receiver too. */
  String staticDesc() {
    return isStatic() ? desc : "(" + Type.getObjectType(owner).getDescriptor() + desc.substring(1);
  }

  /** The descriptor of the bridge for this call. */
  String bridgeDesc() {
    int end = staticDesc().indexOf(')');
    return staticDesc().substring(0, end) + BridgeWriter.CALLER + staticDesc().substring(end);
  }
}
