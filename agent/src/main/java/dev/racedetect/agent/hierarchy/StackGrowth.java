package dev.racedetect.agent.hierarchy;

import org.objectweb.asm.Opcodes;

/** What instructions do to the height of the operand stack (JVMS 6.5). */
final class StackGrowth {
  private StackGrowth() {}

  /**
   * How many slots the stack grows by, of an instruction without operands that neither moves slots
   * on the stack nor ends the method, nor loads from an array. What takes references and gives
   * something gives less.
   */
  static int of(int opcode) {
    return switch (opcode) {
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
      case Opcodes.ACONST_NULL,
          Opcodes.ICONST_M1,
          Opcodes.ICONST_0,
          Opcodes.ICONST_1,
          Opcodes.ICONST_2,
          Opcodes.ICONST_3,
          Opcodes.ICONST_4,
          Opcodes.ICONST_5,
          Opcodes.FCONST_0,
          Opcodes.FCONST_1,
          Opcodes.FCONST_2,
          Opcodes.I2L,
          Opcodes.I2D,
          Opcodes.F2L,
          Opcodes.F2D ->
          1;
      case Opcodes.NOP,
          Opcodes.ARRAYLENGTH,
          Opcodes.INEG,
          Opcodes.LNEG,
          Opcodes.FNEG,
          Opcodes.DNEG,
          Opcodes.I2F,
          Opcodes.L2D,
          Opcodes.F2I,
          Opcodes.D2L,
          Opcodes.I2B,
          Opcodes.I2C,
          Opcodes.I2S ->
          0;
      case Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR,
          Opcodes.DADD,
          Opcodes.DSUB,
          Opcodes.DMUL,
          Opcodes.DDIV,
          Opcodes.DREM ->
          -2;
      case Opcodes.LCMP,
          Opcodes.DCMPL,
          Opcodes.DCMPG,
          Opcodes.IASTORE,
          Opcodes.FASTORE,
          Opcodes.AASTORE,
          Opcodes.BASTORE,
          Opcodes.CASTORE,
          Opcodes.SASTORE ->
          -3;
      case Opcodes.LASTORE, Opcodes.DASTORE -> -4;
      default -> -1;
    };
  }
}
