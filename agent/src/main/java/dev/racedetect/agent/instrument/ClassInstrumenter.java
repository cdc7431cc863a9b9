package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ClassFacts;
import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.runtime.hook.ClassInitHooks;
import dev.racedetect.runtime.shadow.ClassFields;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Instruments one application class: shadow members, and hooks in its methods. */
public final class ClassInstrumenter {
  private final ClassHierarchy hierarchy;
  private final ClassSelection selection;
  private final DataTypes data;

  /** Makes an instrumenter that sees other classes through the hierarchy. */
  public ClassInstrumenter(ClassHierarchy hierarchy, ClassSelection selection, DataTypes data) {
    this.hierarchy = hierarchy;
    this.selection = selection;
    this.data = data;
  }

  /**
   * The outcome for one class.
   *
   * @param classfile the instrumented class file
   * @param reduced how many methods were too large for full instrumentation
   * @param crowded whether there was no room for the shadow state of fields
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Result(byte[] classfile, int reduced, boolean crowded) {}

  /**
   * Instruments a class.
   *
   * @param loader the defining loader
   * @param checked whether its accesses are checked; synchronisation always is
   * @throws RuntimeException if the class file is malformed
   */
  public Result instrument(@Nullable ClassLoader loader, byte[] classfile, boolean checked) {
    return instrument(loader, classfile, checked, null);
  }

  /**
   * Instruments a class that may be instrumented again: the members that are added stay the same,
   * as the JVM demands of a class that is loaded.
   *
   * @param record of the class; null if it is never instrumented again
   * @throws RuntimeException if the class file is malformed
   */
  public Result instrument(
      @Nullable ClassLoader loader,
      byte[] classfile,
      boolean checked,
      @Nullable ClassRecord record) {
    ClassReader reader = new ClassReader(classfile);
    ClassFacts facts = ClassFacts.read(reader);
    hierarchy.defined(loader, facts);
    IntSupplier register = () -> registered(facts);
    int classId = -1;
    if (tracksInitialization(loader, facts)) {
      classId = record == null ? register.getAsInt() : record.id("<clinit>", register);
    }
    ClassContext type =
        new ClassContext(facts, loader, hierarchy, selection, checked, data, classId, record);
    MethodNeeds needs = MethodNeeds.of(reader);
    hierarchy.constructors().defined(loader, facts.name(), needs.keepingConstructors());
    Map<String, Level> reduced = record == null ? new HashMap<>() : record.levels();
    for (; ; ) {
      try {
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Instrumenting(writer, type, needs, reduced), ClassReader.EXPAND_FRAMES);
        return new Result(writer.toByteArray(), reduced.size(), facts.crowded());
      } catch (MethodTooLargeException e) {
        String method = e.getMethodName() + e.getDescriptor();
        Level level = reduced.getOrDefault(method, Level.FULL);
        if (level == Level.NONE) {
          throw e;
        }
        reduced.put(method, level.below());
      }
    }
  }

  private static int registered(ClassFacts facts) {
    int classId = ClassInitHooks.register();
    ClassFields.initialiser(facts.name().replace('/', '.'), classId);
    return classId;
  }

  /**
   * Initialisation is an edge even where there is nothing to initialise (JLS 12.4.2), so classes
   * without a static initialiser get an empty one; but not where that would change the default
   * {@code serialVersionUID}. Edges through the initialisation of such serializable classes are
   * lost: only correct programs that hand data over by the mere first use of a class notice.
   */
  private boolean tracksInitialization(@Nullable ClassLoader loader, ClassFacts facts) {
    return facts.hasInitializer()
        || !facts.isInterface() && !hierarchy.maybeSerializable(loader, facts);
  }

  private static final class Instrumenting extends ClassVisitor {
    private final ClassContext type;
    private final MethodNeeds needs;
    private final Map<String, Level> reduced;
    private final Bridges bridges;
    private final CaptureBridges captures;
    private int method = -1;

    Instrumenting(
        ClassWriter writer, ClassContext type, MethodNeeds needs, Map<String, Level> reduced) {
      super(Opcodes.ASM9, writer);
      this.type = type;
      this.needs = needs;
      this.reduced = reduced;
      this.bridges = new Bridges(type);
      this.captures = new CaptureBridges(type);
    }

    /**
     * Class files before 49 cannot load class constants, which monitors of static methods and
     * static fields need. Version 49 adds that and takes nothing away.
     */
    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      int major = version & 0xFFFF;
      super.visit(
          major < Opcodes.V1_5 ? Opcodes.V1_5 : version,
          access,
          name,
          signature,
          superName,
          interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String desc, String signature, String[] exceptions) {
      method++;
      MethodVisitor writer = super.visitMethod(access, name, desc, signature, exceptions);
      Level level = reduced.getOrDefault(name + desc, Level.FULL);
      boolean lookup = EngineLookup.concerns(access, name, desc);
      if (!needs.hooks(method) && !lookup
          || level == Level.NONE
          || name.startsWith("$jacoco")
          || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return writer;
      }
      if (type.record() != null && type.record().isDisarmed(name + desc)) {
        return disarmed(writer, level, access, name, desc, signature, exceptions);
      }
      MethodVisitor chain = chain(writer, level, access, name, desc);
      return lookup ? new EngineLookup(chain, type, desc) : chain;
    }

    /**
     * A method that is instrumented twice: armed, into nothing, so that the class gets the members
     * that it needs for that, and then without checks.
     */
    private MethodVisitor disarmed(
        MethodVisitor writer,
        Level level,
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodNode(Opcodes.ASM9, access, name, desc, signature, exceptions) {
        @Override
        public void visitEnd() {
          super.visitEnd();
          ClassWriter dropped = new ClassWriter(0);
          dropped.visit(
              type.facts().version(), 0, type.facts().name(), null, "java/lang/Object", null);
          MethodVisitor nothing = dropped.visitMethod(access, name, desc, null, null);
          accept(chain(nothing, level, access, name, desc));
          MethodVisitor bare = withoutChecks(writer, access, name, desc);
          accept(
              EngineLookup.concerns(access, name, desc)
                  ? new EngineLookup(bare, type, desc)
                  : bare);
        }
      };
    }

    /**
     * What must not be missed: synchronisation, freezes, copies. An object of the JDK that is not
     * registered where it is published is not watched.
     */
    private MethodVisitor withoutChecks(
        MethodVisitor writer, int access, String name, String desc) {
      ClassContext context = type.unchecked();
      MethodFrame.Locals locals =
          new MethodFrame.Locals(0, needs.compound(method), FreshStores.NONE);
      MethodVisitor mv = new EntryExitVisitor(writer, context, locals, access, name, desc);
      mv = new FieldAccessVisitor(mv, context, locals, name.equals("<init>"));
      mv = new CloneVisitor(mv, context, locals);
      mv = new MonitorHandlers(new MonitorVisitor(mv, context, locals), mv, locals);
      mv = new LowLevelVisitor(mv, context, locals, bridges);
      return new MethodFrame(access, desc, mv, locals);
    }

    /** One visitor per concern; the first to see the original code is the last built here. */
    private MethodVisitor chain(
        MethodVisitor writer, Level level, int access, String name, String desc) {
      ClassContext context =
          level == Level.FULL && !needs.benign(name, desc) ? type : type.unchecked();
      MethodFrame.Locals locals =
          new MethodFrame.Locals(
              context.checked() ? needs.arrayAccesses(method) : 0,
              needs.compound(method),
              context.checked()
                  ? FreshStores.of(needs.freshStores(method), type, name, desc)
                  : FreshStores.NONE);
      MethodVisitor mv = new EntryExitVisitor(writer, context, locals, access, name, desc);
      mv = new FieldAccessVisitor(mv, context, locals, name.equals("<init>"));
      if (context.checked()) {
        mv =
            new ProbeArrayVisitor(new ArrayAccessVisitor(mv, context, locals), mv, context, locals);
      }
      mv = new CloneVisitor(mv, context, locals);
      mv = new MonitorHandlers(new MonitorVisitor(mv, context, locals), mv, locals);
      if (!type.data().isEmpty()) {
        mv = new PublicationVisitor(mv, context, locals, captures, name, desc);
      }
      if (level == Level.FULL) {
        mv = new CallVisitor(mv, context, locals);
      }
      mv = new LowLevelVisitor(mv, context, locals, bridges);
      MethodFrame frame = new MethodFrame(access, desc, mv, locals);
      MethodVisitor first =
          context.checked() && needs.loops(method) && needs.arrayAccesses(method) > 0
              ? new LoopVisitor(frame, context, locals, access, name, desc)
              : frame;
      return type.record() == null || !context.checked()
          ? first
          : new HotMethodVisitor(first, type.record().counted(name + desc));
    }

    @Override
    public void visitEnd() {
      bridges.add(cv);
      captures.add(cv);
      new ShadowMembers(type, cv).add();
      super.visitEnd();
    }
  }
}
