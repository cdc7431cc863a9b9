package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.subject.Rearmed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** A class that is instrumented again after its methods were disarmed. */
class DisarmedClassTest {

  private final ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
  private final ClassInstrumenter instrumenter =
      new ClassInstrumenter(
          new ClassHierarchy(), selection, new DataTypes(Set.of("java/util/ArrayList")));

  private ClassNode instrumented(ClassRecord record) throws IOException {
    try (InputStream in = Rearmed.class.getResourceAsStream("Rearmed.class")) {
      byte[] classfile =
          instrumenter
              .instrument(Rearmed.class.getClassLoader(), in.readAllBytes(), true, record)
              .classfile();
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(
          new ClassReader(classfile),
          Rearmed.class.getClassLoader(),
          false,
          new PrintWriter(problems));
      assertThat(problems.toString()).isEmpty();
      ClassNode node = new ClassNode();
      new ClassReader(classfile).accept(node, 0);
      return node;
    }
  }

  private static List<String> members(ClassNode type) {
    List<String> members = new ArrayList<>();
    for (FieldNode f : type.fields) {
      members.add(f.access + " " + f.name + f.desc);
    }
    for (MethodNode m : type.methods) {
      members.add(m.access + " " + m.name + m.desc);
    }
    return members;
  }

  private static List<String> calls(ClassNode type, String method) {
    List<String> calls = new ArrayList<>();
    for (MethodNode m : type.methods) {
      if (m.name.equals(method)) {
        for (AbstractInsnNode i : m.instructions) {
          if (i.getOpcode() == Opcodes.INVOKESTATIC && i instanceof MethodInsnNode call) {
            calls.add(call.name);
          }
        }
      }
    }
    return calls;
  }

  @Test
  void hasTheSameMembersAndTheHooksOfSynchronisationOnly() throws IOException {
    ClassRecord record = new ClassRecord(Rearmed.class.getName(), Rearmed.class.getClassLoader());
    ClassNode armed = instrumented(record);
    record.disarm();
    ClassNode disarmed = instrumented(record);
    assertThat(members(disarmed)).containsExactlyElementsOf(members(armed));
    assertThat(calls(armed, "all"))
        .contains("passed", "beforeEnter", "beforeExit", Names.writeCheck("count$I"));
    assertThat(calls(disarmed, "all"))
        .contains("beforeEnter", "beforeExit")
        .doesNotContain("passed", "beforeLoad", "beforeStore", "afterLoads", "published")
        .noneMatch(name -> name.equals(Names.writeCheck("count$I")));
    assertThat(calls(disarmed, "clone")).contains("afterClone");
    record.arm();
    ClassNode again = instrumented(record);
    assertThat(members(again)).containsExactlyElementsOf(members(armed));
    assertThat(calls(again, "all")).containsExactlyElementsOf(calls(armed, "all"));
  }

  @Test
  void disarmsWhatRanOften() throws IOException {
    ClassRecord record = new ClassRecord(Rearmed.class.getName(), Rearmed.class.getClassLoader());
    instrumented(record);
    int id = record.counted("all(Ljava/util/List;)I");
    int[] counts = new int[id + 1];
    counts[id] = 10;
    assertThat(record.disarmHot(counts, 10)).isFalse();
    assertThat(record.disarmHot(counts, 9)).isTrue();
    assertThat(record.disarmed()).isEqualTo(1);
    assertThat(record.disarmHot(counts, 9)).isFalse();
  }
}
