package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.subject.Makers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Which writes are recorded without a check. */
final class FreshStoresTest {
  /** What an instrumented class does before it writes to fields. */
  private static final class Writes extends ClassVisitor {
    final List<String> recorded = new ArrayList<>();
    final List<String> checked = new ArrayList<>();
    int fences;
    int lookups;

    Writes(byte[] classfile, ClassLoader loader) {
      super(Opcodes.ASM9);
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(
          new ClassReader(classfile), loader, false, new PrintWriter(problems));
      assertThat(problems.toString()).isEmpty();
      new ClassReader(classfile).accept(this, 0);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String desc, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String d) {
          if (opcode == Opcodes.PUTFIELD && name.startsWith("$rd$w$")) {
            recorded.add(name.substring(6, name.indexOf('$', 6)));
          }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String d, boolean itf) {
          if (name.startsWith("$rd$W$")) {
            checked.add(name.substring(6, name.indexOf('$', 6)));
          }
          fences += name.equals("afterFreshWords") ? 1 : 0;
          lookups += name.equals("freshContext") || d.endsWith("JI)J") ? 1 : 0;
        }
      };
    }
  }

  private static Writes of(Class<?> type) throws IOException {
    return new Writes(EmittedCalls.instrumented(type), type.getClassLoader());
  }

  @TestFactory
  Stream<DynamicTest> writes() {
    return Stream.of(Makers.class.getDeclaredClasses())
        .flatMap(c -> Stream.concat(Stream.of(c), Stream.of(c.getDeclaredClasses())))
        .map(c -> DynamicTest.dynamicTest(c.getSimpleName(), () -> verify(c)));
  }

  private static void verify(Class<?> type) throws IOException {
    Writes writes = of(type);
    assertThat(writes.recorded).allMatch(f -> f.startsWith("fresh"));
    assertThat(writes.checked).noneMatch(f -> f.startsWith("fresh"));
    List<String> written = new ArrayList<>(writes.recorded);
    written.addAll(writes.checked);
    Stream.of(type.getDeclaredFields())
        .map(f -> f.getName())
        .filter(f -> f.startsWith("fresh") || f.startsWith("known"))
        .forEach(f -> assertThat(written).contains(f));
  }

  @Test
  void constructorLooksUpItsContextOnce() throws Exception {
    Writes writes = of(Class.forName("dev.racedetect.subject.Makers$Plain"));
    assertThat(writes.recorded).hasSize(3);
    assertThat(writes.lookups).isEqualTo(1);
    assertThat(writes.fences).as("at the end").isEqualTo(1);
  }

  @Test
  void eachWordIsFencedWhereTheObjectEscapes() throws Exception {
    Writes writes = of(Class.forName("dev.racedetect.subject.Makers$AsArgument"));
    assertThat(writes.recorded).hasSize(1);
    assertThat(writes.fences).isEqualTo(1);
    writes = of(Class.forName("dev.racedetect.subject.Makers$Tree"));
    assertThat(writes.recorded).hasSize(3);
    assertThat(writes.fences).isEqualTo(3);
  }

  private static ClassWriter maker() {
    ClassWriter cw = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    cw.visit(Opcodes.V1_5, 0, "dev/racedetect/subject/Made", null, "java/lang/Object", null);
    cw.visitField(0, "fresh", "I", null, null).visitEnd();
    cw.visitField(0, "known", "J", null, null).visitEnd();
    return cw;
  }

  private static Writes instrumented(ClassWriter cw) {
    ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
    byte[] classfile =
        new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
            .instrument(null, cw.toByteArray(), true)
            .classfile();
    return new Writes(classfile, FreshStoresTest.class.getClassLoader());
  }

  /** Compilers of JDK 25 write fields before {@code super(...)}. */
  @Test
  void beforeTheConstructorOfTheSuperclass() {
    ClassWriter cw = maker();
    MethodVisitor mv = cw.visitMethod(0, "<init>", "()V", null, null);
    mv.visitCode();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitInsn(Opcodes.ICONST_1);
    mv.visitFieldInsn(Opcodes.PUTFIELD, "dev/racedetect/subject/Made", "fresh", "I");
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitInsn(Opcodes.RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    cw.visitEnd();
    Writes writes = instrumented(cw);
    assertThat(writes.recorded).containsExactly("fresh");
    assertThat(writes.checked).isEmpty();
  }

  /** The body of a loop that is entered at its condition comes before what jumps to it. */
  @Test
  void loopEnteredAtItsCondition() {
    ClassWriter cw = maker();
    MethodVisitor mv = cw.visitMethod(0, "<init>", "(I)V", null, null);
    Label body = new Label();
    Label condition = new Label();
    mv.visitCode();
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitInsn(Opcodes.ICONST_1);
    mv.visitFieldInsn(Opcodes.PUTFIELD, "dev/racedetect/subject/Made", "fresh", "I");
    mv.visitJumpInsn(Opcodes.GOTO, condition);
    mv.visitLabel(body);
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitInsn(Opcodes.LCONST_1);
    mv.visitFieldInsn(Opcodes.PUTFIELD, "dev/racedetect/subject/Made", "known", "J");
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, "some/Other", "register", "(Ljava/lang/Object;)V", false);
    mv.visitLabel(condition);
    mv.visitIincInsn(1, -1);
    mv.visitVarInsn(Opcodes.ILOAD, 1);
    mv.visitJumpInsn(Opcodes.IFNE, body);
    mv.visitInsn(Opcodes.RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    cw.visitEnd();
    Writes writes = instrumented(cw);
    assertThat(writes.recorded).containsExactly("fresh");
    assertThat(writes.checked).contains("known");
  }
}
