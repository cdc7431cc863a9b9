package dev.racedetect.agent.contract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves the rows of one class into its methods. Only bodies change. */
final class ContractWeaver {
  private final byte[] classfile;
  private final ClassReader reader;
  private final ClassShape shape;
  private final List<Contract> rows = new ArrayList<>();

  /** By identity: hashing a row costs more than all else that is done with it. */
  private final Set<Contract> missing = Collections.newSetFromMap(new IdentityHashMap<>());

  private ContractWeaver(byte[] classfile, List<Contract> rows) {
    this.classfile = classfile;
    this.reader = new ClassReader(classfile);
    this.shape = ClassShape.of(reader);
    for (Contract row : rows) {
      boolean possible = hasFields(row, shape);
      if (possible) {
        this.rows.add(row);
      }
      if (!possible || row.method().isNamed()) {
        missing.add(row);
      }
    }
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
    ContractWeaver weaver = new ContractWeaver(classfile, rows);
    byte[] woven = weaver.weave();
    for (Contract row : rows) {
      if (weaver.missing.contains(row)) {
        missing.add(row);
      }
    }
    return woven;
  }

  private byte[] weave() {
    RowPlaces places = new RowPlaces(reader, rows);
    BitSet chosen = new BitSet();
    List<List<Contract>> rowsOfChosen = new ArrayList<>();
    for (int i = 0; i < shape.methodCount(); i++) {
      List<Contract> mine = rowsOf(i, places);
      if (!mine.isEmpty()) {
        chosen.set(i);
        rowsOfChosen.add(mine);
      }
    }
    if (chosen.isEmpty()) {
      return classfile;
    }
    MethodExcerpt excerpt = new MethodExcerpt(classfile, reader, shape, chosen);
    ClassReader few = new ClassReader(excerpt.bytes());
    ClassWriter writer = new ClassWriter(few, ClassWriter.COMPUTE_MAXS);
    few.accept(new Methods(writer, rowsOfChosen.iterator()), ClassReader.EXPAND_FRAMES);
    return excerpt.putBack(writer.toByteArray());
  }

  /** The rows that change a method. */
  private List<Contract> rowsOf(int method, RowPlaces places) {
    int code = shape.code(method);
    int access = shape.access(method);
    if (code == 0 || (access & Opcodes.ACC_BRIDGE) != 0) {
      return List.of();
    }
    String name = shape.name(method);
    String desc = shape.descriptor(method);
    List<Contract> mine = List.of();
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
        if (mine.isEmpty()) {
          mine = new ArrayList<>();
        }
        mine.add(row);
      }
    }
    return mine;
  }

  /** Weaves each method of the excerpt. */
  private final class Methods extends ClassVisitor {
    private final Iterator<List<Contract>> rowsOfMethods;

    Methods(ClassVisitor behind, Iterator<List<Contract>> rowsOfMethods) {
      super(Opcodes.ASM9, behind);
      this.rowsOfMethods = rowsOfMethods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor mv = super.visitMethod(access, name, desc, signature, exceptions);
      String owner = reader.getClassName();
      return new WovenMethod(mv, access, name, desc, owner, shape, rowsOfMethods.next(), missing);
    }
  }
}
