package dev.racedetect.agent;

import dev.racedetect.agent.canary.Canary;
import dev.racedetect.agent.contract.ContractTransformer;
import dev.racedetect.agent.contract.TableParts;
import dev.racedetect.agent.contract.UserContracts;
import dev.racedetect.agent.exit.ExitStatusTransformer;
import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.instrument.ClassInstrumenter;
import dev.racedetect.agent.instrument.DataTypes;
import dev.racedetect.agent.jdk.CompilerDirective;
import dev.racedetect.agent.jdk.JdkTransformer;
import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.agent.select.JdkClasses;
import dev.racedetect.runtime.hook.Linkage;
import dev.racedetect.runtime.hook.MethodSampling;
import dev.racedetect.runtime.hook.NestedDefinitions;
import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.shadow.CollectionShadows;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.Sampling;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the detector: options, outputs, transformers, and the proof that it works. */
public final class AgentStart {
  /**
   * System property that says that the detector runs in this JVM, with its version as far as it is
   * known. Build tools find it among the properties that test reports list.
   */
  static final String PRESENCE = "racedetect.version";

  private AgentStart() {}

  /**
   * Starts.
   *
   * @param builtIn options that the jar brings along, which all others win over; null for none
   * @param agentString the text after {@code =}; null if there is none
   * @param jar where the agent comes from; null if that is not known
   * @param version of the detector
   */
  public static void start(
      @Nullable String builtIn,
      @Nullable String agentString,
      Instrumentation instrumentation,
      @Nullable File jar,
      String version) {
    try (AgentJar resources = AgentJar.open(jar)) {
      Options options = Options.parse(builtIn, System.getenv(Options.ENVIRONMENT), agentString);
      UserContracts contracts = UserContracts.load(options.contracts());
      if (options.canary()) {
        Sampling.request();
      }
      Findings.start(options);
      install(options, contracts, resources, instrumentation);
      System.setProperty(PRESENCE, version);
    } catch (OptionException e) {
      System.err.println("racedetect: " + e.getMessage());
      System.err.flush();
      Runtime.getRuntime().halt(2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install(
      Options options,
      UserContracts contracts,
      AgentJar resources,
      Instrumentation instrumentation) {
    ThreadState thread = ThreadState.own();
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      Linkage.prepare();
      CompilerDirective.give(instrumentation);
      JdkClasses jdk = new JdkClasses();
      if (options.escapes()) {
        instrumentation.addTransformer(OwnCodeWatcher.start());
      }
      Set<String> loadedBefore = loadedBefore(instrumentation, jdk);
      ContractTransformer table = ContractTransformer.load(TableParts.of(options), resources);
      JdkTransformer changes =
          JdkTransformer.install(instrumentation, new ExitStatusTransformer(), table);
      if (!options.races()) {
        changes.catchUp(instrumentation);
        return;
      }
      track(table.dataClasses(), options);
      instrumentation.addTransformer(new OriginWatcher());
      ClassHierarchy hierarchy = new ClassHierarchy();
      ClassSelection selection = new ClassSelection(jdk, loadedBefore);
      ApplicationTransformer application =
          new ApplicationTransformer(
              new ClassInstrumenter(hierarchy, selection, new DataTypes(table.dataClasses())),
              selection,
              options,
              contracts);
      instrumentation.addTransformer(application, true);
      NestedDefinitions.to(application);
      Periods.begin();
      SelfProbe.run(resources);
      Periods.end();
      MethodSampling.close();
      changes.catchUp(instrumentation);
      if (options.canary()) {
        Canary.start(options, application::spentNanos);
      }
    } finally {
      thread.comeOut(level, outer);
    }
  }

  private static void track(Set<String> classes, Options options) {
    String[] names = new String[classes.size()];
    int i = 0;
    for (String name : classes) {
      names[i++] = name.replace('/', '.');
    }
    CollectionShadows.track(names, options.include(), options.exclude());
  }

  /** Half of what is loaded at this point. */
  private static boolean isOurs(String name) {
    return name.startsWith("dev.racedetect.runtime.")
        || name.startsWith("dev.racedetect.agent.")
        || name.startsWith("dev.racedetect.shaded.");
  }

  private static Set<String> loadedBefore(Instrumentation instrumentation, JdkClasses jdk) {
    Set<String> names = new HashSet<>();
    for (Class<?> c : instrumentation.getAllLoadedClasses()) {
      String name = c.getName();
      if (name.charAt(0) != '[' && !name.startsWith("java.") && !isOurs(name)) {
        String internal = name.replace('.', '/');
        if (!jdk.contains(internal)) {
          names.add(internal);
        }
      }
    }
    return names;
  }
}
