package dev.racedetect.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.resource.AgentJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Every row of the table finds its place in the running JDK, and what is woven verifies. */
class ContractSweepTest {
  @TestFactory
  Stream<DynamicTest> everyClassOfTheTable() {
    Map<String, List<Contract>> byOwner = new LinkedHashMap<>();
    List<Contract> all = new ArrayList<>(ContractTable.read(AgentJar.beside()));
    all.addAll(ContractTable.optional(AgentJar.beside()));
    all.addAll(ContractTable.escapes(AgentJar.beside()));
    for (Contract row : all) {
      if (!row.operation().isWord("nothing")
          && row.releases().contains(Runtime.version().feature())) {
        byOwner.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
      }
    }
    return byOwner.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
  }

  private static void check(String owner, List<Contract> rows) throws IOException {
    byte[] original = classfile(owner);
    List<Contract> missing = new ArrayList<>();
    byte[] woven = ContractWeaver.weave(original, rows, missing);

    assertThat(missing).as("rows that do not exist in this JDK").isEmpty();
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(woven), null, false, new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
    assertThat(hooks(woven)).isNotEmpty().allSatisfy(ContractSweepTest::exists);
  }

  private static byte[] classfile(String owner) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
      assertThat(in).as("class %s in this JDK", owner).isNotNull();
      return in.readAllBytes();
    }
  }

  /** The hook calls in a class, as {@code owner.name(descriptor)}. */
  private static Set<String> hooks(byte[] classfile) {
    Set<String> hooks = new TreeSet<>();
    new ClassReader(classfile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String desc, boolean itf) {
                    if (owner.startsWith("dev/racedetect/")) {
                      hooks.add(owner + " " + name + desc);
                    }
                  }
                };
              }
            },
            0);
    return hooks;
  }

  private static void exists(String hook) throws IOException {
    String owner = hook.substring(0, hook.indexOf(' '));
    Set<String> methods = new TreeSet<>();
    new ClassReader(classfile(owner))
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] exceptions) {
                if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC))
                    == (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) {
                  methods.add(owner + " " + name + desc);
                }
                return null;
              }
            },
            0);
    assertThat(methods).contains(hook);
  }
}
