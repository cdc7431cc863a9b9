package dev.racedetect.agent.contract;

import dev.racedetect.agent.contract.Moment.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds which methods of a class have instructions that rows are about, from the bytes of the code
 * (JVMS 6.5). Rows for all methods of a class concern few of them; the others are copied as they
 * are, which is many times cheaper than to weave nothing into them.
 */
final class RowPlaces {
  private static final int FIELDREF = 9;
  private static final int INTERFACE_METHODREF = 11;

  /** Bytes of each instruction; 0 if that depends on its operands. */
  private static final byte[] LENGTHS = lengths();

  private final ClassReader reader;
  private final List<Contract> rows;
  private final boolean[] inner;

  /** By index in the constant pool: the rows, by their index, about that field or method. */
  private final int[][] byItem;

  private final int[] monitorRows;

  RowPlaces(ClassReader reader, List<Contract> rows) {
    this.reader = reader;
    this.rows = rows;
    inner = new boolean[rows.size()];
    byItem = new int[reader.getItemCount()][];
    int[] monitors = {};
    boolean references = false;
    for (int i = 0; i < inner.length; i++) {
      Kind kind = rows.get(i).moment().kind();
      inner[i] = kind.isInside();
      if (kind == Kind.MONITORS) {
        monitors = with(monitors, i);
      } else {
        references |= inner[i];
      }
    }
    monitorRows = monitors;
    if (references) {
      findReferences();
    }
  }

  /** Whether a row is about instructions, so that only {@link #touched} tells if it counts. */
  boolean isInner(int row) {
    return inner[row];
  }

  private void findReferences() {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < byItem.length; item++) {
      int at = reader.getItem(item);
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      if (tag >= FIELDREF && tag <= INTERFACE_METHODREF) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        String name = reader.readUTF8(nameAndType, buffer);
        String owner = tag == FIELDREF ? null : reader.readClass(at, buffer);
        for (int i = 0; i < inner.length; i++) {
          if (isAbout(rows.get(i).moment(), owner, name)) {
            int[] before = byItem[item];
            byItem[item] = with(before == null ? new int[0] : before, i);
          }
        }
      }
    }
  }

  /**
   * Whether a moment is an access to that field, or around a call of that method.
   *
   * @param owner null for a field
   */
  private static boolean isAbout(Moment moment, @Nullable String owner, String name) {
    return switch (moment.kind()) {
      case LOAD, STORE -> owner == null && moment.detail().equals(name);
      case BEFORE, AFTER, ENDED, CALL -> owner != null && moment.isCallOf(owner, name);
      default -> false;
    };
  }

  private static int[] with(int[] before, int more) {
    int[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = more;
    return all;
  }

  /**
   * Which of the rows find an instruction in a method.
   *
   * @param code as in {@link ClassShape#code}
   * @return by the index of the row
   */
  boolean[] touched(int code, int access) {
    boolean[] touched = new boolean[inner.length];
    if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      mark(touched, monitorRows);
    }
    int end = code + reader.readInt(code - 4);
    int at = code;
    while (at < end) {
      int opcode = reader.readByte(at);
      if (opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INVOKEINTERFACE) {
        int[] found = byItem[reader.readUnsignedShort(at + 1)];
        if (found != null) {
          mark(touched, found);
        }
      } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
        mark(touched, monitorRows);
      }
      int length = LENGTHS[opcode];
      at += length == 0 ? variable(opcode, at, code) : length;
    }
    return touched;
  }

  private static void mark(boolean[] touched, int[] rows) {
    for (int row : rows) {
      touched[row] = true;
    }
  }

  /** Length of {@code tableswitch}, {@code lookupswitch} and {@code wide}. */
  private int variable(int opcode, int at, int code) {
    int operands = at + 4 - (at - code & 3);
    return switch (opcode) {
      case Opcodes.TABLESWITCH -> {
        int low = reader.readInt(operands + 4);
        int high = reader.readInt(operands + 8);
        yield operands + 12 + 4 * (high - low + 1) - at;
      }
      case Opcodes.LOOKUPSWITCH -> operands + 8 + 8 * reader.readInt(operands + 4) - at;
      default -> reader.readByte(at + 1) == Opcodes.IINC ? 6 : 4;
    };
  }

  private static byte[] lengths() {
    byte[] lengths = new byte[256];
    Arrays.fill(lengths, (byte) 1);
    fill(lengths, Opcodes.BIPUSH, Opcodes.BIPUSH, 2);
    fill(lengths, Opcodes.SIPUSH, Opcodes.SIPUSH, 3);
    fill(lengths, Opcodes.LDC, Opcodes.LDC, 2);
    fill(lengths, Opcodes.LDC + 1, Opcodes.LDC + 2, 3);
    fill(lengths, Opcodes.ILOAD, Opcodes.ALOAD, 2);
    fill(lengths, Opcodes.ISTORE, Opcodes.ASTORE, 2);
    fill(lengths, Opcodes.IINC, Opcodes.IINC, 3);
    fill(lengths, Opcodes.IFEQ, Opcodes.JSR, 3);
    fill(lengths, Opcodes.RET, Opcodes.RET, 2);
    fill(lengths, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH, 0);
    fill(lengths, Opcodes.GETSTATIC, Opcodes.INVOKESTATIC, 3);
    fill(lengths, Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC, 5);
    fill(lengths, Opcodes.NEW, Opcodes.NEW, 3);
    fill(lengths, Opcodes.NEWARRAY, Opcodes.NEWARRAY, 2);
    fill(lengths, Opcodes.ANEWARRAY, Opcodes.ANEWARRAY, 3);
    fill(lengths, Opcodes.CHECKCAST, Opcodes.INSTANCEOF, 3);
    int wide = Opcodes.MONITOREXIT + 1;
    fill(lengths, wide, wide, 0);
    fill(lengths, Opcodes.MULTIANEWARRAY, Opcodes.MULTIANEWARRAY, 4);
    fill(lengths, Opcodes.IFNULL, Opcodes.IFNONNULL, 3);
    fill(lengths, Opcodes.IFNONNULL + 1, Opcodes.IFNONNULL + 2, 5);
    return lengths;
  }

  private static void fill(byte[] lengths, int first, int last, int length) {
    Arrays.fill(lengths, first, last + 1, (byte) length);
  }
}
