package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.subject.Sampled;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Methods that have a form with checks and one without. */
class TwoFormsTest {
  private final ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
  private final ClassInstrumenter instrumenter =
      new ClassInstrumenter(
          new ClassHierarchy(), selection, new DataTypes(Set.of("java/util/ArrayList")), true);

  private ClassNode instrumented() throws IOException {
    try (InputStream in = Sampled.class.getResourceAsStream("Sampled.class")) {
      byte[] classfile =
          instrumenter
              .instrument(Sampled.class.getClassLoader(), in.readAllBytes(), true)
              .classfile();
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(
          new ClassReader(classfile),
          Sampled.class.getClassLoader(),
          false,
          new PrintWriter(problems));
      assertThat(problems.toString()).isEmpty();
      ClassNode node = new ClassNode();
      new ClassReader(classfile).accept(node, 0);
      return node;
    }
  }

  private static MethodNode method(ClassNode type, String name) {
    return type.methods.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
  }

  private static List<String> calls(MethodNode method) {
    List<String> calls = new ArrayList<>();
    for (AbstractInsnNode i : method.instructions) {
      if (i.getOpcode() == Opcodes.INVOKESTATIC && i instanceof MethodInsnNode call) {
        calls.add(call.name);
      }
    }
    return calls;
  }

  @Test
  void synchronisationIsInBothFormsAndChecksInOne() throws IOException {
    List<String> calls = calls(method(instrumented(), "all"));
    assertThat(Collections.frequency(calls, "sampled")).isOne();
    assertThat(Collections.frequency(calls, Names.writeCheck("count$I"))).isOne();
    assertThat(Collections.frequency(calls, Names.release("flag$Z"))).isEqualTo(2);
    // In each form at the end of the block and for an exception.
    assertThat(Collections.frequency(calls, "beforeExit")).isEqualTo(4);
    assertThat(calls.indexOf(Names.writeCheck("count$I")))
        .isLessThan(calls.lastIndexOf(Names.release("flag$Z")));
  }

  @Test
  void aLoopThatCallsSomethingMayChangeAndKeepsNoMark() throws IOException {
    MethodNode all = method(instrumented(), "all");
    assertThat(Collections.frequency(calls(all), "loopSampled")).isOne();
    for (AbstractInsnNode insn : all.instructions) {
      assertThat(insn instanceof LdcInsnNode ldc && ldc.cst instanceof String).isFalse();
    }
  }

  @Test
  void bothFormsHaveTheLinesAndHandlersOfTheOriginal() throws IOException {
    MethodNode all = method(instrumented(), "all");
    List<Integer> lines = lines(all);
    int half = lines.lastIndexOf(lines.get(0));
    assertThat(Set.copyOf(lines.subList(half, lines.size())))
        .isEqualTo(Set.copyOf(lines.subList(0, half)));
    long handlers =
        all.tryCatchBlocks.stream()
            .filter(b -> "java/lang/RuntimeException".equals(b.type))
            .count();
    assertThat(handlers).isEqualTo(2);
  }

  @Test
  void aCheckedFormWithoutSuchLoopsIsAMethodOfItsOwn() throws IOException {
    ClassNode type = instrumented();
    List<MethodNode> forms = type.methods.stream().filter(m -> m.name.equals("apart")).toList();
    assertThat(forms)
        .extracting(m -> m.desc)
        .containsExactlyInAnyOrder("([IJI)I", "([IJILdev/racedetect/runtime/hook/Checked;)I");
    MethodNode checked = forms.get(forms.get(0).desc.contains("Checked") ? 0 : 1);
    MethodNode bare = forms.get(checked == forms.get(0) ? 1 : 0);
    assertThat(checked.access)
        .isEqualTo(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC);
    assertThat(bare.access)
        .isEqualTo(Opcodes.ACC_PROTECTED | Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED);
    assertThat(calls(checked)).contains("beforeLoad", "afterEnter").doesNotContain("sampled");
    assertThat(calls(bare)).contains("sampled", "apart", "afterEnter").doesNotContain("beforeLoad");
    assertThat(lineAt(bare, "apart")).isNegative();
    assertThat(lines(checked)).isEqualTo(lines(bare)).isNotEmpty();
  }

  private static List<Integer> lines(MethodNode method) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  /** The line of the first call of a method; -1 if it has none. */
  private static int lineAt(MethodNode method, String called) {
    int line = -1;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode next) {
        line = next.line;
      } else if (insn instanceof MethodInsnNode call && call.name.equals(called)) {
        return line;
      }
    }
    throw new AssertionError(called);
  }

  @Test
  void aMethodWithoutChecksStaysAsItIs() throws IOException {
    ClassNode type = instrumented();
    assertThat(calls(method(type, "plain"))).contains("abs").doesNotContain("sampled");
    assertThat(calls(method(type, "clone"))).contains("afterClone");
  }

  @Test
  void aMethodThatWouldBeTooLargeToCompileHasNoChecks() throws IOException {
    ClassNode large = new ClassNode();
    large.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC,
        "dev/racedetect/subject/Large",
        null,
        "java/lang/Object",
        null);
    large.visitField(0, "x", "I", null, null).visitEnd();
    MethodNode method = new MethodNode(Opcodes.ACC_PUBLIC, "all", "()V", null, null);
    for (int i = 0; i < 600; i++) {
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitInsn(Opcodes.ICONST_1);
      method.visitFieldInsn(Opcodes.PUTFIELD, large.name, "x", "I");
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(2, 1);
    large.methods.add(method);
    ClassWriter writer = new ClassWriter(0);
    large.accept(writer);
    ClassInstrumenter.Result result =
        instrumenter.instrument(Sampled.class.getClassLoader(), writer.toByteArray(), true);
    assertThat(result.reduced()).isOne();
    ClassNode node = new ClassNode();
    new ClassReader(result.classfile()).accept(node, 0);
    assertThat(calls(method(node, "all"))).doesNotContain("sampled", Names.writeCheck("x$I"));
  }
}
