package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A class whose constant pool has no room for the sites of all its accesses (JVMS 4.1). */
class CrowdedConstantsTest {
  private static final int TABLES = 40;
  private static final int ELEMENTS = 1000;

  /** From here on a site is a constant of its own: no instruction pushes it. */
  @BeforeAll
  static void manySites() {
    while (Sites.next() <= Short.MAX_VALUE) {
      // the next one
    }
  }

  /** Tables of large numbers, as generated code has them, a field, and a method that writes it. */
  private static byte[] tables() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "dev/Tables", null, "java/lang/Object", null);
    writer.visitField(Opcodes.ACC_STATIC, "x", "I", null, null).visitEnd();
    for (int table = 0; table < TABLES; table++) {
      MethodVisitor mv =
          writer.visitMethod(Opcodes.ACC_STATIC, "fill" + table, "([I)V", null, null);
      mv.visitCode();
      for (int i = 0; i < ELEMENTS; i++) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitIntInsn(Opcodes.SIPUSH, i);
        mv.visitLdcInsn((1 << 20) + table * ELEMENTS + i);
        mv.visitInsn(Opcodes.IASTORE);
      }
      mv.visitInsn(Opcodes.RETURN);
      mv.visitMaxs(0, 0);
      mv.visitEnd();
    }
    MethodVisitor mv = writer.visitMethod(Opcodes.ACC_STATIC, "write", "()V", null, null);
    mv.visitCode();
    mv.visitInsn(Opcodes.ICONST_1);
    mv.visitFieldInsn(Opcodes.PUTSTATIC, "dev/Tables", "x", "I");
    mv.visitInsn(Opcodes.RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static boolean calls(ClassNode type, String method, String called) {
    for (MethodNode m : type.methods) {
      if (m.name.equals(method)) {
        for (var insn : m.instructions) {
          if (insn instanceof MethodInsnNode call && call.name.startsWith(called)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Other classes call the accessors of its fields: they must be there. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsItsShadowMembersAndTheChecksOfOtherMethods(boolean twoForms) {
    ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
    ClassInstrumenter.Result result =
        new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()), twoForms)
            .instrument(getClass().getClassLoader(), tables(), true);

    ClassNode type = new ClassNode();
    new ClassReader(result.classfile()).accept(type, 0);
    String check = Names.writeCheck(Names.key("x", "I"));
    assertThat(type.methods).extracting(method -> method.name).contains(check);
    assertThat(calls(type, "write", check)).isTrue();
    assertThat(result.reduced()).isEqualTo(TABLES);
  }
}
