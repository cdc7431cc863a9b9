package dev.racedetect.agent.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Keeps the compiler from inlining the engine into the program, for a detector that does nothing
 * most of the time. What runs in one of fifty milliseconds counts as executed all the same, and
 * with it inlined, methods of the program grow to tens of kilobytes that take seconds to compile.
 * Only the look whether a sampling period is on stays in line.
 *
 * <p>It changes the classes of the engine as they are defined: HotSpot heeds {@code @DontInline} of
 * classes of the boot loader.
 */
public final class OutOfLine implements UnaryOperator<byte[]> {
  private static final String ENGINE = "dev/racedetect/runtime/";
  private static final String ANNOTATION = "Ljdk/internal/vm/annotation/";
  private static final String FORCED = ANNOTATION + "ForceInline;";
  private static final String KEPT_OUT = ANNOTATION + "DontInline;";

  /** Where hooks go when they have something to do. */
  private static final List<String> DEEP =
      List.of("clock/", "context/", "escape/", "race/", "report/", "shadow/", "sync/");

  /** The same in packages where the look at the period is, which has to stay in line. */
  private static final List<String> DEEP_CLASSES =
      List.of("thread/ThreadTable", "thread/ThreadClock", "hook/ArrayHooks", "hook/FieldHooks");

  /** Methods of fewer instructions cost less in line than a call. */
  private static final int SMALL = 12;

  /** Makes one. */
  public OutOfLine() {}

  @Override
  public byte[] apply(byte[] classfile) {
    ClassReader reader = new ClassReader(classfile);
    boolean deep = deep(reader.getClassName());
    if (!deep && !reader.getClassName().startsWith(ENGINE + "hook/")) {
      return classfile;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Marking(writer, deep), 0);
    return writer.toByteArray();
  }

  private static boolean deep(String name) {
    if (!name.startsWith(ENGINE)) {
      return false;
    }
    String inEngine = name.substring(ENGINE.length());
    return DEEP.stream().anyMatch(inEngine::startsWith) || DEEP_CLASSES.contains(inEngine);
  }

  private static final class Marking extends ClassVisitor {
    private final boolean all;

    /**
     * @param all whether all methods are deep, not only the private ones
     */
    Marking(ClassWriter writer, boolean all) {
      super(Opcodes.ASM9, writer);
      this.all = all;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String desc, String signature, String[] exceptions) {
      MethodVisitor writer = super.visitMethod(access, name, desc, signature, exceptions);
      return new MethodNode(Opcodes.ASM9, access, name, desc, signature, exceptions) {
        @Override
        public void visitEnd() {
          super.visitEnd();
          if (instructions.size() > SMALL && (all || (access & Opcodes.ACC_PRIVATE) != 0)) {
            List<AnnotationNode> others =
                visibleAnnotations == null ? new ArrayList<>() : visibleAnnotations;
            others.removeIf(a -> a.desc.equals(FORCED) || a.desc.equals(KEPT_OUT));
            others.add(new AnnotationNode(KEPT_OUT));
            visibleAnnotations = others;
          }
          accept(writer);
        }
      };
    }
  }
}
