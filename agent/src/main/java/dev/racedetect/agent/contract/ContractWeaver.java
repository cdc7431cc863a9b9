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

  /** By identity: hashing a row costs more than all else that is done with it. */
  private final Set<Contract> missing;

  private ContractWeaver(ClassVisitor behind, String owner, ClassShape shape, List<Contract> rows) {
    super(Opcodes.ASM9, behind);
    this.owner = owner;
    this.shape = shape;
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
    ContractWeaver weaver =
        new ContractWeaver(writer, reader.getClassName(), ClassShape.of(reader), rows);
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
    List<Contract> mine = new ArrayList<>();
    for (Contract row : rows) {
      if (row.method().matches(name, desc)) {
        mine.add(row);
      }
    }
    boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
    if (mine.isEmpty() || !hasCode || bridge) {
      return mv;
    }
    return new WovenMethod(mv, access, name, desc, owner, shape, mine, missing);
  }
}
