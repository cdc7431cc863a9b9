package dev.racedetect.agent.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves the rows of one class into its methods. Only bodies change. */
final class ContractWeaver extends ClassVisitor {
  private final String owner;
  private final ClassShape shape;
  private final List<Contract> rows;
  private final RowPlaces places;

  /** Index of the next method, in the order of the file. */
  private int nextMethod;

  /** By identity: hashing a row costs more than all else that is done with it. */
  private final Set<Contract> missing;

  private ContractWeaver(ClassVisitor behind, ClassReader reader, List<Contract> rows) {
    super(Opcodes.ASM9, behind);
    this.owner = reader.getClassName();
    this.shape = ClassShape.of(reader);
    this.rows = new ArrayList<>();
    this.missing = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Contract row : rows) {
      boolean possible = hasFields(row, shape);
      if (possible) {
        this.rows.add(row);
      }
      if (!possible || row.method().isNamed()) {
        missing.add(row);
      }
    }
    this.places = new RowPlaces(reader, this.rows);
  }

  /** A row that names a field which this JDK's class lacks must not cost the class its others. */
  private static boolean hasFields(Contract row, ClassShape shape) {
    for (String argument : row.operation().arguments()) {
      if (argument.startsWith("this.") && shape.field(argument.substring(5)) == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Weaves a class.
   *
   * @param missing receives the rows whose method, or place in it, the class does not have
   */
  static byte[] weave(byte[] classfile, List<Contract> rows, List<Contract> missing) {
    ClassReader reader = new ClassReader(classfile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    ContractWeaver weaver = new ContractWeaver(writer, reader, rows);
    reader.accept(weaver, ClassReader.EXPAND_FRAMES);
    for (Contract row : rows) {
      if (weaver.missing.contains(row)) {
        missing.add(row);
      }
    }
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String desc,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor mv = super.visitMethod(access, name, desc, signature, exceptions);
    int code = shape.code(nextMethod++);
    if (code == 0 || (access & Opcodes.ACC_BRIDGE) != 0) {
      return mv;
    }
    List<Contract> mine = rowsOf(access, name, desc, code);
    return mine.isEmpty()
        ? mv
        : new WovenMethod(mv, access, name, desc, owner, shape, mine, missing);
  }

  /** The rows that change the method. */
  private List<Contract> rowsOf(int access, String name, String desc, int code) {
    List<Contract> mine = new ArrayList<>();
    boolean[] touched = null;
    for (int i = 0; i < rows.size(); i++) {
      Contract row = rows.get(i);
      if (row.method().matches(name, desc)) {
        if (places.isInner(i)) {
          if (touched == null) {
            touched = places.touched(code, access);
          }
          if (!touched[i]) {
            continue;
          }
        }
        mine.add(row);
      }
    }
    return mine;
  }
}
