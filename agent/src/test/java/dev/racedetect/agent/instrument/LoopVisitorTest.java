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
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Which checks are moved behind which loops. */
final class LoopVisitorTest {
  /** The loops. Each method's name tells what is expected of it. */
  @SuppressWarnings("unused")
  static final class Loops {
    int field;
    volatile int gate;

    static void moved(int[] a, int from) {
      for (int i = from; i < a.length; i += 2) {
        a[i + 1] = i;
      }
    }

    static long movedBoth(long[] a, double[] other) {
      long sum = 0;
      for (int i = 0; i < a.length - 1; i++) {
        sum += a[i];
        other[i - 3] += sum;
      }
      return sum;
    }

    static int movedInner(int[][] rows) {
      int sum = 0;
      for (int[] row : rows) {
        for (int x : row) {
          sum += x > 3 ? x : 1;
        }
      }
      return sum;
    }

    int keptForVolatile(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] + gate;
      }
      return sum;
    }

    int keptForCall(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i];
        int unused = hashCode();
      }
      return sum;
    }

    int keptForLock(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        synchronized (this) {
          sum += a[i];
        }
      }
      return sum;
    }

    static int keptForCondition(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        if ((i & 3) == 1) {
          sum += a[i];
        }
      }
      return sum;
    }

    static int keptForBreak(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        if (sum > 100) {
          break;
        }
        sum += a[i];
      }
      return sum;
    }

    static void keptForCounter(int[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = 1;
        i += 2;
      }
    }

    static void keptForArray(int[] given) {
      int[] a = given;
      for (int i = 0; i < 8; i++) {
        a[i] = 1;
        a = given.length == i ? given : new int[9];
      }
    }

    static void keptForIndex(int[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i / 2] = 1;
      }
    }

    int keptForSpinning(int[] a) {
      int i = 0;
      while (field == 0) {
        i += a[0];
        i++;
      }
      return i;
    }

    static void keptForDirection(int[] a) {
      for (int i = a.length - 1; i >= 0; i--) {
        a[i] = 1;
      }
    }
  }

  @Test
  void loops() throws IOException {
    Map<String, List<String>> hooks = hooks(Loops.class);
    assertThat(hooks.get("moved")).containsExactly("afterStores");
    assertThat(hooks.get("movedBoth")).containsExactly("afterLoads", "afterLoads", "afterStores");
    assertThat(hooks.get("movedInner")).containsExactly("beforeLoad", "afterLoads");
    hooks.forEach(
        (method, called) -> {
          if (method.startsWith("kept")) {
            assertThat(called).as(method).isNotEmpty().doesNotContain("afterLoads", "afterStores");
          }
        });
    assertThat(hooks).hasSize(13);
  }

  /** The hooks for arrays that each method calls, in order; the instrumented class is verified. */
  private static Map<String, List<String>> hooks(Class<?> type) throws IOException {
    byte[] classfile = instrumented(type);
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classfile), type.getClassLoader(), false, new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
    Map<String, List<String>> hooks = new TreeMap<>();
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
                    if (owner.equals(Names.ARRAY_HOOKS)) {
                      hooks.computeIfAbsent(method, m -> new ArrayList<>()).add(name);
                    }
                  }
                };
              }
            },
            0);
    return hooks;
  }

  private static byte[] instrumented(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
      return new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
          .instrument(type.getClassLoader(), in.readAllBytes(), true)
          .classfile();
    }
  }
}
