package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** What an instrumented class calls. */
final class EmittedCalls {
  private EmittedCalls() {}

  /**
   * The names of methods that each method calls, in order; the instrumented class is verified.
   *
   * @param which chooses by owner and name
   */
  static Map<String, List<String>> of(Class<?> type, BiPredicate<String, String> which)
      throws IOException {
    byte[] classfile = instrumented(type);
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classfile), type.getClassLoader(), false, new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
    Map<String, List<String>> calls = new TreeMap<>();
    new ClassReader(classfile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String d, boolean itf) {
                    if (which.test(owner, name)) {
                      calls.computeIfAbsent(method, m -> new ArrayList<>()).add(name);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }

  static byte[] instrumented(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
      return new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
          .instrument(type.getClassLoader(), in.readAllBytes(), true)
          .classfile();
    }
  }
}
