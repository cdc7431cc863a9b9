package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.runtime.shadow.ShadowField;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Every low-level access that the running JDK offers goes through a bridge that verifies and calls
 * hooks that exist; so do method references to one.
 */
class LowLevelCallsTest {
  private static final String SUBJECT = "subject/Subject";

  static Stream<Call> accessModes() {
    return Stream.of(
            int[].class, long[].class, float[].class, double[].class, char[].class, String[].class)
        .map(MethodHandles::arrayElementVarHandle)
        .flatMap(
            handle ->
                Arrays.stream(VarHandle.AccessMode.values())
                    .map(
                        mode ->
                            new Call(
                                INVOKEVIRTUAL,
                                Type.getInternalName(VarHandle.class),
                                mode.methodName(),
                                handle.accessModeType(mode).toMethodDescriptorString(),
                                false)));
  }

  static Stream<Call> updaters() {
    return Stream.of(
            AtomicIntegerFieldUpdater.class,
            AtomicLongFieldUpdater.class,
            AtomicReferenceFieldUpdater.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .map(LowLevelCallsTest::call);
  }

  static Stream<Call> unsafe() throws ClassNotFoundException {
    return Stream.of(Class.forName("sun.misc.Unsafe"), Class.forName("jdk.internal.misc.Unsafe"))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(m -> m.getName().matches("(get|put|compareAnd|weakCompareAnd).*"))
        .filter(m -> !m.getName().matches(".*(Address|Unaligned).*"))
        .filter(m -> Type.getMethodDescriptor(m).startsWith("(Ljava/lang/Object;J"))
        .map(LowLevelCallsTest::call);
  }

  static Stream<Call> fences() throws ClassNotFoundException {
    return Stream.of(VarHandle.class, Class.forName("sun.misc.Unsafe"))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getName().endsWith("Fence"))
        .map(LowLevelCallsTest::call);
  }

  static Stream<Call> reflection() {
    return Stream.concat(
            Arrays.stream(java.lang.reflect.Field.class.getMethods())
                .filter(
                    m ->
                        m.getName()
                            .matches("[gs]et(Boolean|Byte|Char|Short|Int|Long|Float|Double)?"))
                .filter(m -> m.getParameterCount() > 0),
            Arrays.stream(java.lang.reflect.Array.class.getMethods())
                .filter(m -> m.getName().matches("[gs]et.*") && m.getParameterCount() > 1))
        .map(LowLevelCallsTest::call);
  }

  static Stream<Call> lookups() {
    return Arrays.stream(MethodHandles.Lookup.class.getMethods())
        .filter(m -> m.getName().matches("(find|findStatic|unreflect)(Getter|Setter)"))
        .map(LowLevelCallsTest::call);
  }

  static Stream<Call> ranges() {
    Set<String> names =
        Set.of(
            "fill",
            "setAll",
            "sort",
            "parallelSort",
            "copyOf",
            "copyOfRange",
            "toString",
            "hashCode");
    return Stream.concat(
        Stream.of(
            new Call(
                INVOKESTATIC,
                "java/lang/System",
                "arraycopy",
                "(Ljava/lang/Object;ILjava/lang/Object;II)V",
                false),
            new Call(INVOKEVIRTUAL, "java/lang/String", "getChars", "(II[CI)V", false)),
        Arrays.stream(Arrays.class.getMethods())
            .filter(m -> names.contains(m.getName()) && Modifier.isStatic(m.getModifiers()))
            .map(LowLevelCallsTest::call));
  }

  private static Call call(Method m) {
    boolean isStatic = Modifier.isStatic(m.getModifiers());
    int opcode = m.getDeclaringClass().isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
    return new Call(
        isStatic ? INVOKESTATIC : opcode,
        Type.getInternalName(m.getDeclaringClass()),
        m.getName(),
        Type.getMethodDescriptor(m),
        m.getDeclaringClass().isInterface());
  }

  @ParameterizedTest
  @MethodSource({"accessModes", "updaters", "unsafe", "fences", "reflection", "lookups", "ranges"})
  void goesThroughABridge(Call call) {
    List<Call> calls = verifiedCalls(instrumented(subject(call, false)), "calls");

    assertThat(calls).doesNotContain(call);
    assertThat(calls).extracting(Call::name).contains(ShadowField.PREFIX + "b$0");
  }

  @ParameterizedTest
  @MethodSource({"updaters", "fences", "reflection", "lookups"})
  void isReferredToThroughABridge(Call call) {
    byte[] classfile = instrumented(subject(call, true));

    List<Call> calls = verifiedCalls(classfile, ShadowField.PREFIX + "m$0");
    assertThat(calls).extracting(Call::name).contains("current", ShadowField.PREFIX + "b$0");
    assertThat(targets(classfile)).containsOnly(SUBJECT + "." + ShadowField.PREFIX + "m$0");
  }

  @Test
  void otherCallsAreLeftAlone() {
    Call length = new Call(INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
    assertThat(verifiedCalls(instrumented(subject(length, false)), "calls")).contains(length);
  }

  @Test
  void aReferenceThatIsSerializedKeepsItsTarget() {
    Call fence = new Call(INVOKESTATIC, VarHandleCalls.OWNER, "fullFence", "()V", false);
    byte[] classfile = instrumented(subject(fence, true, 1));
    assertThat(targets(classfile)).containsOnly(VarHandleCalls.OWNER + ".fullFence");
  }

  private static byte[] subject(Call call, boolean reference) {
    return subject(call, reference, 0);
  }

  /** A class whose only method makes the call with its own arguments, or refers to its target. */
  private static byte[] subject(Call call, boolean reference, int flags) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, ACC_PUBLIC, SUBJECT, null, "java/lang/Object", null);
    String desc = reference ? "()Ljava/lang/Object;" : call.staticDesc();
    MethodVisitor mv = writer.visitMethod(ACC_STATIC, "calls", desc, null, null);
    mv.visitCode();
    if (reference) {
      refer(mv, call, flags);
    } else {
      int variable = 0;
      for (Type argument : Type.getArgumentTypes(desc)) {
        mv.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), variable);
        variable += argument.getSize();
      }
      mv.visitMethodInsn(call.opcode(), call.owner(), call.name(), call.desc(), false);
    }
    mv.visitInsn(Type.getReturnType(desc).getOpcode(Opcodes.IRETURN));
    mv.visitMaxs(0, 0);
    mv.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void refer(MethodVisitor mv, Call call, int flags) {
    int tag = call.isStatic() ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKEVIRTUAL;
    mv.visitInvokeDynamicInsn(
        "apply",
        "()Ljava/lang/Object;",
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "altMetafactory",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            false),
        Type.getMethodType(call.staticDesc()),
        new Handle(tag, call.owner(), call.name(), call.desc(), false),
        Type.getMethodType(call.staticDesc()),
        flags);
  }

  private static byte[] instrumented(byte[] classfile) {
    ClassSelection selection = new ClassSelection(new JdkClasses(), Set.of());
    return new ClassInstrumenter(new ClassHierarchy(), selection, new DataTypes(Set.of()))
        .instrument(LowLevelCallsTest.class.getClassLoader(), classfile, true)
        .classfile();
  }

  /** The calls in one method of a class that verifies and whose hooks all exist. */
  private static List<Call> verifiedCalls(byte[] classfile, String method) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(classfile), null, false, new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
    List<Call> calls = new ArrayList<>();
    new ClassReader(classfile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String type, boolean itf) {
                    assertThat(exists(owner, called, type))
                        .as("%s.%s%s", owner, called, type)
                        .isTrue();
                    if (name.equals(method)) {
                      calls.add(new Call(opcode, owner, called, type, itf));
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }

  private static boolean exists(String owner, String name, String desc) {
    if (!owner.startsWith("dev/racedetect/runtime/")) {
      return true;
    }
    try {
      Class<?> type =
          Class.forName(owner.replace("/", "."), false, LowLevelCallsTest.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods())
          .anyMatch(
              m ->
                  m.getName().equals(name)
                      && Modifier.isPublic(m.getModifiers())
                      && Type.getMethodDescriptor(m).equals(desc));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static List<String> targets(byte[] classfile) {
    List<String> targets = new ArrayList<>();
    new ClassReader(classfile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String desc, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String called, String type, Handle bootstrap, Object... arguments) {
                    Handle target = (Handle) arguments[1];
                    targets.add(target.getOwner() + "." + target.getName());
                  }
                };
              }
            },
            0);
    return targets;
  }
}
