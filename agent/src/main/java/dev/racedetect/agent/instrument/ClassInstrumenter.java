package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ClassFacts;
import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.runtime.hook.HiddenMembers;
import dev.racedetect.runtime.thread.Periods;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
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
  private final boolean twoForms;
  private final InitialisationIds ids = new InitialisationIds();

  /** Makes an instrumenter that sees other classes through the hierarchy. */
  public ClassInstrumenter(ClassHierarchy hierarchy, ClassSelection selection, DataTypes data) {
    this(hierarchy, selection, data, Periods.SAMPLED);
  }

  /**
   * @param twoForms whether methods have a form without checks, too
   */
  ClassInstrumenter(
      ClassHierarchy hierarchy, ClassSelection selection, DataTypes data, boolean twoForms) {
    this.hierarchy = hierarchy;
    this.selection = selection;
    this.data = data;
    this.twoForms = twoForms;
  }

  /**
   * The outcome for one class.
   *
   * @param classfile the instrumented class file
   * @param reduced how many methods are not fully instrumented, because they or the class would be
   *     too large
   * @param crowded whether there was no room for the shadow state of fields
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Result(byte[] classfile, int reduced, boolean crowded) {}

  /**
   * Instruments a hidden class. What is known of it by its name is forgotten afterwards, because
   * other classes cannot refer to it, and its name may be that of an ordinary class or of other
   * hidden ones. All of one name share the clock of their initialisation, which may hide a race
   * after that of another.
   *
   * @param checked see {@link #instrument}
   */
  public synchronized Result instrumentHidden(
      @Nullable ClassLoader loader, byte[] classfile, boolean checked) {
    String name = new ClassReader(classfile).getClassName();
    Runnable restore = hierarchy.remember(loader, name);
    try {
      return instrument(loader, classfile, checked);
    } finally {
      restore.run();
    }
  }

  /**
   * Instruments a class.
   *
   * @param loader the defining loader
   * @param checked whether its accesses are checked; synchronisation always is
   * @throws RuntimeException if the class file is malformed
   */
  public Result instrument(@Nullable ClassLoader loader, byte[] classfile, boolean checked) {
    ClassReader reader = new ClassReader(classfile);
    ClassFacts facts = ClassFacts.read(reader);
    hierarchy.defined(loader, facts);
    int classId = tracksInitialization(loader, facts) ? ids.of(loader, facts) : -1;
    ClassContext type =
        new ClassContext(facts, loader, hierarchy, selection, checked, data, classId);
    MethodNeeds needs = MethodNeeds.of(reader, data);
    hierarchy.constructors().defined(loader, facts.name(), needs.keepingConstructors());
    Reductions reductions = new Reductions();
    BitSet kept = new BitSet();
    for (; ; ) {
      BitSet lost = new BitSet();
      try {
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
            new Instrumenting(writer, type, needs, reductions, twoForms, lost),
            ClassReader.EXPAND_FRAMES);
        lost.andNot(kept);
        if (!lost.isEmpty()) {
          lost.or(kept);
          reader = new ClassReader(KeptArguments.rewrite(classfile, lost));
          kept = lost;
          needs = MethodNeeds.of(reader, data);
          continue;
        }
        return new Result(writer.toByteArray(), reductions.count(), facts.crowded());
      } catch (MethodTooLargeException e) {
        reductions.lower(e);
      } catch (ClassTooLargeException e) {
        reductions.lower(e);
      }
    }
  }

  /**
   * Initialisation is an edge even where there is nothing to initialise (JLS 12.4.2), so classes
   * without a static initialiser get an empty one; but not where that would change the default
   * {@code serialVersionUID}, because this JDK does not let it be {@linkplain HiddenMembers
   * hidden}. Then edges through the initialisation of such serializable classes are lost.
   */
  private boolean tracksInitialization(@Nullable ClassLoader loader, ClassFacts facts) {
    return facts.hasInitializer()
        || !facts.isInterface()
            && (HiddenMembers.hidesInitializers() || !hierarchy.maybeSerializable(loader, facts));
  }

  private static final class Instrumenting extends ClassVisitor {
    private final ClassContext type;
    private final MethodNeeds needs;
    private final Reductions reductions;
    private final boolean twoForms;
    private final Bridges bridges;
    private final CaptureBridges captures;
    private final BitSet lost;
    private int method = -1;

    /**
     * @param lost gets the methods that should work on {@linkplain KeptArguments copies of their
     *     arguments}
     */
    Instrumenting(
        ClassWriter writer,
        ClassContext type,
        MethodNeeds needs,
        Reductions reductions,
        boolean twoForms,
        BitSet lost) {
      super(Opcodes.ASM9, writer);
      this.lost = lost;
      this.twoForms = twoForms;
      this.type = type;
      this.needs = needs;
      this.reductions = reductions;
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
      boolean lookup = EngineLookup.concerns(access, name, desc);
      if (!needs.hooks(method) && !lookup
          || name.startsWith("$jacoco")
          || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return writer;
      }
      Level level = reductions.of(name + desc, needs.arrayAccesses(method));
      if (level == Level.NONE) {
        return writer;
      }
      ClassContext context =
          level == Level.FULL && !needs.benign(name, desc) ? type : type.unchecked();
      int index = method;
      MethodFrame.Locals locals =
          new MethodFrame.Locals(
              context.checked() ? needs.arrayAccesses(index) : 0,
              needs.compound(index),
              context.checked()
                  ? FreshStores.of(needs.freshStores(index), type, name, desc)
                  : FreshStores.NONE,
              context.checked() ? needs.spill(index) : ArrayConstructors.Spill.NOTHING,
              level == Level.FULL && needs.passesContext(index));
      if (twoForms && context.checked()) {
        MethodFrame.Locals fewer =
            new MethodFrame.Locals(
                0, needs.compound(index), FreshStores.NONE, ArrayConstructors.Spill.NOTHING, false);
        MethodVisitor forms =
            new TwoForms(
                type,
                new MethodNode(access, name, desc, signature, exceptions),
                writer,
                (mv, own, words) ->
                    first(
                        new AppendedFrame(
                            concerns(mv, context, own, level, access, name, desc), own, words),
                        lookup,
                        desc),
                locals,
                (mv, own, words) ->
                    first(
                        new AppendedFrame(withoutChecks(mv, own, access, name, desc), own, words),
                        lookup,
                        desc),
                fewer,
                () -> reductions.withoutChecks(name + desc),
                cv);
        return watched(forms, access, name, desc);
      }
      MethodVisitor chain = concerns(writer, context, locals, level, access, name, desc);
      MethodFrame frame = new MethodFrame(access, desc, chain, locals);
      MethodVisitor loops =
          context.checked() && needs.loops(index) && needs.arrayAccesses(index) > 0
              ? new LoopVisitor(frame, context, locals, access, name, desc)
              : frame;
      return watched(first(loops, lookup, desc), access, name, desc);
    }

    private MethodVisitor watched(MethodVisitor chain, int access, String name, String desc) {
      int index = method;
      return KeptArguments.watch(
          chain, type.facts().name(), access, name, desc, () -> lost.set(index));
    }

    private MethodVisitor first(MethodVisitor chain, boolean lookup, String desc) {
      return lookup ? new EngineLookup(chain, type, desc) : chain;
    }

    /**
     * What must not be missed: synchronisation, freezes, copies. An object of the JDK that is not
     * registered where it is published is not watched.
     */
    private MethodVisitor withoutChecks(
        MethodVisitor writer, MethodFrame.Locals locals, int access, String name, String desc) {
      ClassContext context = type.unchecked();
      MethodVisitor mv = new EntryExitVisitor(writer, context, locals, access, name, desc);
      mv = new StandardStreams(new BootstrapVisitor(mv, context, locals), context, locals);
      mv = new RecordVisitor(new LambdaVisitor(mv, context, locals), context, locals, name);
      mv = new FieldAccessVisitor(mv, context, locals, name.equals("<init>"));
      mv = new CloneVisitor(mv, context, locals);
      mv = new MonitorHandlers(new MonitorVisitor(mv, context, locals), mv, locals);
      return new LowLevelVisitor(mv, context, locals, bridges);
    }

    /** One visitor per concern; the first to see the original code is the last built here. */
    private MethodVisitor concerns(
        MethodVisitor writer,
        ClassContext context,
        MethodFrame.Locals locals,
        Level level,
        int access,
        String name,
        String desc) {
      MethodVisitor mv = new EntryExitVisitor(writer, context, locals, access, name, desc);
      mv = new StandardStreams(new BootstrapVisitor(mv, context, locals), context, locals);
      mv = new RecordVisitor(new LambdaVisitor(mv, context, locals), context, locals, name);
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
      return new LowLevelVisitor(mv, context, locals, bridges);
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
