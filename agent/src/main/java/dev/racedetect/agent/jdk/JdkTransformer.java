package dev.racedetect.agent.jdk;

import dev.racedetect.agent.contract.ContractTransformer;
import dev.racedetect.agent.exit.ExitStatusTransformer;
import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites method bodies of JDK classes: contracts, the reflection filter, the exit status. */
public final class JdkTransformer implements ClassFileTransformer {
  private static final int PASSES = 4;

  /** What the detector's own classes are called, half of those that are loaded at start. */
  private static final String OWN = "dev.racedetect.";

  /**
   * Classes that reading and rewriting class files uses, or linking the detector's own records, or
   * that loaders of applications are likely to, so that they may be loaded inside a transformer.
   */
  private static final String[] USED_BY_LOADERS = {
    "java/net/URLConnection",
    "java/util/Arrays$ArrayList",
    "java/util/Arrays$ArrayItr",
    "java/util/ArrayDeque$DeqSpliterator",
    "java/util/ArrayList$ArrayListSpliterator",
    "java/util/ArrayList$ListItr",
    "java/util/ArrayList$SubList$1",
    "java/util/HashMap$EntrySpliterator",
    "java/util/HashMap$KeySpliterator",
    "java/util/HashMap$ValueSpliterator",
    "java/util/LinkedHashMap$LinkedEntrySet",
    "java/util/LinkedHashMap$LinkedValueIterator",
    "java/util/LinkedHashMap$LinkedValues",
    "java/util/Spliterators$1Adapter",
    "java/util/StringTokenizer",
    "java/util/Vector",
    "java/util/regex/Matcher",
    "java/util/Spliterators$ArraySpliterator",
  };

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final ContractTransformer contracts;
  private final ExitStatusTransformer exit;
  private final Set<String> targets = new HashSet<>();

  /** Those of the targets that came by. */
  private final Set<String> offered = Collections.synchronizedSet(new HashSet<>());

  private JdkTransformer(ContractTransformer contracts, ExitStatusTransformer exit) {
    this.contracts = contracts;
    this.exit = exit;
    targets.add(ReflectionFilter.TARGET);
    targets.add(InitializerFilter.TARGET);
    targets.add(DefineClass.TARGET);
    targets.add(HiddenClasses.TARGET);
    if (Periods.SAMPLED) {
      targets.add(FrameFilter.TARGET);
    }
    targets.add(ExitStatusTransformer.SHUTDOWN);
    targets.add(ExitStatusTransformer.THREAD);
  }

  /**
   * Rewrites the classes that are loaded, and those of the table that will be.
   *
   * @param contracts what is woven into them
   * @return to be asked to {@link #catchUp} once all else is started
   */
  public static JdkTransformer install(
      Instrumentation instrumentation, ExitStatusTransformer exit, ContractTransformer contracts) {
    JdkTransformer transformer = new JdkTransformer(contracts, exit);
    instrumentation.addTransformer(transformer, true);
    load(ExitStatusTransformer.SHUTDOWN);
    load(InitializerFilter.TARGET);
    for (String used : USED_BY_LOADERS) {
      load(used);
    }
    transformer.catchUp(instrumentation);
    if (!exit.isComplete()) {
      Findings.degraded("exit status", "this JDK ends in a way that is not known");
    }
    return transformer;
  }

  /**
   * Rewrites classes that were loaded without being offered: those from before the agent, and those
   * that a thread loads while it is inside a transformer, which the JVM offers to none.
   */
  public void catchUp(Instrumentation instrumentation) {
    for (int pass = 0; pass < PASSES; pass++) {
      List<Class<?>> loaded = new ArrayList<>();
      for (Class<?> c : instrumentation.getAllLoadedClasses()) {
        String name = ofJdk(c.getClassLoader()) ? c.getName() : OWN;
        if (name.startsWith(OWN) || name.charAt(0) == '[') {
          continue;
        }
        String internal = name.replace('.', '/');
        if (concerns(internal) && offered.add(internal)) {
          loaded.add(c);
        }
      }
      if (loaded.isEmpty()) {
        return;
      }
      try {
        instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
      } catch (UnmodifiableClassException | LinkageError e) {
        Findings.degraded("JDK classes refused", e.toString());
      }
    }
  }

  /** Loads, without initialising it, a class that is otherwise loaded when it is too late. */
  private static void load(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, null);
    } catch (ClassNotFoundException gone) {
      Findings.degraded("JDK class missing", name);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classfile) {
    if (!ofJdk(loader) || name == null || !concerns(name)) {
      return null;
    }
    ThreadState thread = ThreadState.own();
    int level = thread.mute;
    long outer = thread.goInside();
    thread.transforming++;
    try {
      offered.add(name);
      return rewritten(name, classfile);
    } catch (RuntimeException | LinkageError e) {
      Findings.degraded("JDK class not rewritten", name.replace('/', '.') + " (" + e + ")");
      return null;
    } finally {
      thread.transforming--;
      thread.comeOut(level, outer);
    }
  }

  /** Whether a loader's classes are the JDK's; modules such as java.sql have the second one. */
  private static boolean ofJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == PLATFORM;
  }

  private boolean concerns(String name) {
    return targets.contains(name) || contracts.concerns(name);
  }

  private byte @Nullable [] rewritten(String name, byte[] classfile) {
    byte[] result = classfile;
    if (contracts.concerns(name)) {
      byte[] woven = contracts.transform(name, result);
      result = woven == null ? result : woven;
    }
    switch (name) {
      case ReflectionFilter.TARGET -> result = ReflectionFilter.transform(result);
      case InitializerFilter.TARGET -> result = InitializerFilter.transform(result);
      case FrameFilter.TARGET -> result = FrameFilter.transform(result);
      case DefineClass.TARGET -> result = DefineClass.transform(result);
      case HiddenClasses.TARGET -> result = HiddenClasses.transform(result);
      case ExitStatusTransformer.SHUTDOWN -> result = exit.transform(result);
      case ExitStatusTransformer.THREAD -> result = exit.transformThread(result);
      default -> {}
    }
    return result == classfile ? null : result;
  }
}
