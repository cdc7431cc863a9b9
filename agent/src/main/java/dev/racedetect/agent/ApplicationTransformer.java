package dev.racedetect.agent;

import dev.racedetect.agent.canary.ThreadCpu;
import dev.racedetect.agent.contract.UserContracts;
import dev.racedetect.agent.instrument.ClassInstrumenter;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.runtime.hook.NestedDefinitions;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Offers each application class to the instrumenter as it is loaded. */
final class ApplicationTransformer implements ClassFileTransformer, NestedDefinitions.Offer {
  private final ClassInstrumenter instrumenter;
  private final ClassSelection selection;
  private final Options options;
  private final UserContracts contracts;

  /** CPU time of the first instrumentation of classes, ns; counted where there are periods. */
  private final LongAdder spent = new LongAdder();

  /** Whether a loader finds the engine; some hide what is not on their own class path. */
  private final Map<ClassLoader, Boolean> seesEngine =
      Collections.synchronizedMap(new WeakHashMap<>());

  ApplicationTransformer(
      ClassInstrumenter instrumenter,
      ClassSelection selection,
      Options options,
      UserContracts contracts) {
    this.instrumenter = instrumenter;
    this.selection = selection;
    this.options = options;
    this.contracts = contracts;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classfile) {
    return transform(loader, name, redefined, false, classfile);
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      boolean hidden,
      byte[] classfile) {
    if (name == null || !selection.instrumented(name)) {
      return null;
    }
    ThreadState thread = ThreadState.own();
    int level = thread.mute;
    long outer = thread.goInside();
    thread.transforming++;
    long before = Periods.SAMPLED && redefined == null ? ThreadCpu.nanos() : 0;
    try {
      return instrument(loader, name, classfile, redefined != null, hidden);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      if (redefined == null) {
        skipped("could not be instrumented", name, e.toString());
      } else {
        // The JVM refuses what is not as it was, and the class stays as it is.
        Findings.degraded("class not instrumented again", name.replace('/', '.') + ": " + e);
      }
      return null;
    } finally {
      if (before != 0) {
        spent.add(ThreadCpu.nanos() - before);
      }
      thread.transforming--;
      thread.comeOut(level, outer);
    }
  }

  /** CPU time, in ns, that the instrumentation of classes as they load has taken so far. */
  long spentNanos() {
    return spent.sum();
  }

  @Override
  public byte @Nullable [] rewrite(ClassLoader loader, String name, byte[] classfile) {
    return transform(loader, name, null, null, classfile);
  }

  @Override
  public byte @Nullable [] rewriteHidden(ClassLoader loader, byte[] classfile) {
    int version = ClassFiles.version(classfile);
    if (version > ClassFiles.NEWEST) {
      skipped("unknown class file version", "a hidden class", "version " + version);
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classfile);
      return isLambda(reader)
          ? null
          : transform(loader, reader.getClassName(), null, true, classfile);
    } catch (RuntimeException malformed) {
      // The JVM refuses it and says why.
      return null;
    }
  }

  /**
   * Whether {@code LambdaMetafactory} has made it; in JDK 17 that defines hidden classes openly.
   * Told by name and flag: a hidden class of the application that has both is not watched.
   */
  private static boolean isLambda(ClassReader hidden) {
    return (hidden.getAccess() & Opcodes.ACC_SYNTHETIC) != 0
        && hidden.getClassName().contains("$$Lambda$");
  }

  private byte @Nullable [] instrument(
      @Nullable ClassLoader loader, String name, byte[] classfile, boolean again, boolean hidden) {
    int version = ClassFiles.version(classfile);
    if (version < ClassFiles.OLDEST) {
      // Not for us to repair by writing it anew: the JVM refuses it and says why.
      return null;
    }
    if (version > ClassFiles.NEWEST) {
      skipped("unknown class file version", name, "version " + version);
      return null;
    }
    if (loader != null && !seesEngine(loader)) {
      skipped("its loader hides the detector", name, loader.getClass().getName());
      return null;
    }
    String binaryName = name.replace('/', '.');
    boolean checked =
        SelfProbe.owns(name)
            || (options.include().isEmpty() || options.include().matches(binaryName))
                && !options.exclude().matches(binaryName);
    ClassInstrumenter.Result result =
        hidden
            ? instrumenter.instrumentHidden(loader, classfile, checked)
            : instrumenter.instrument(loader, classfile, checked);
    if (again) {
      return contracts.weave(name, result.classfile());
    }
    if (!SelfProbe.owns(name)) {
      Findings.coverage().instrumented();
      if (!checked) {
        Findings.coverage().leftOut();
      }
    }
    if (result.crowded()) {
      Findings.degraded("class too large", binaryName + ": its fields are not checked");
    }
    if (result.reduced() > 0) {
      Findings.degraded("method too large", binaryName + ": " + result.reduced() + " methods");
    }
    return contracts.weave(name, result.classfile());
  }

  private boolean seesEngine(ClassLoader loader) {
    Boolean sees = seesEngine.get(loader);
    if (sees == null) {
      try {
        sees = Class.forName(ThreadState.class.getName(), false, loader) == ThreadState.class;
      } catch (ClassNotFoundException | LinkageError hidden) {
        sees = false;
      }
      seesEngine.put(loader, sees);
    }
    return sees;
  }

  private static void skipped(String reason, String name, String detail) {
    String binaryName = name.replace('/', '.');
    Findings.coverage().skipped(reason, binaryName);
    Findings.degraded("class skipped: " + reason, binaryName + " (" + detail + ")");
  }
}
