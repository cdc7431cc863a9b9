package dev.racedetect.agent;

import dev.racedetect.agent.launch.ChainedAgent;
import dev.racedetect.agent.launch.LaunchedJar;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry of {@code -javaagent:racedetect.jar} and of {@code Launcher-Agent-Class}. It only makes
 * sure that the engine is on the boot class path; everything that refers to the engine is behind
 * {@link AgentStart}.
 */
public final class RaceDetectAgent {
  private RaceDetectAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param options the text after {@code =}; null if there is none
   */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    start(null, options, instrumentation);
  }

  /**
   * Called by the launcher for {@code java -jar} of a race-enabled jar. For {@code java -jar
   * racedetect.jar} it is called too: the command line itself is not to be watched.
   *
   * @param options empty or null: the launcher has none to give
   * @throws ReflectiveOperationException if the program has an agent of its own, and that failed
   */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    LaunchedJar launched = launchedJar();
    if (launched.isCommandLine()) {
      return;
    }
    start(launched.options(), options, instrumentation);
    String next = launched.agentClass();
    if (next != null) {
      ChainedAgent.start(next, options, instrumentation);
    }
  }

  private static LaunchedJar launchedJar() {
    try {
      return LaunchedJar.read(jar());
    } catch (IOException | URISyntaxException e) {
      fail(e.toString());
      throw new IllegalStateException(e);
    }
  }

  /** Where this class comes from; null if that is not known. */
  private static @Nullable File jar() throws URISyntaxException {
    CodeSource source = RaceDetectAgent.class.getProtectionDomain().getCodeSource();
    return source == null ? null : new File(source.getLocation().toURI());
  }

  private static void start(
      @Nullable String builtIn, @Nullable String options, Instrumentation instrumentation) {
    try {
      if (runsAlready(options == null || options.isEmpty() ? builtIn : options)) {
        return;
      }
      File jar = jar();
      BootRuntime.prepare(instrumentation, jar, builtIn, options);
      String version = RaceDetectAgent.class.getPackage().getImplementationVersion();
      AgentStart.start(
          builtIn, options, instrumentation, jar, version == null ? "unknown" : version);
    } catch (SecurityException e) {
      fail(e + "; grant AllPermission to its jar in the policy of the security manager");
    } catch (RuntimeException
        | LinkageError
        | ReflectiveOperationException
        | IOException
        | URISyntaxException e) {
      fail(e.toString());
    }
  }

  private static void fail(String why) {
    System.err.println("racedetect: could not start: " + why);
    Runtime.getRuntime().halt(2);
  }

  /**
   * Whether the detector runs in this JVM, as when both the command line and {@code
   * JAVA_TOOL_OPTIONS} name it. Options that come too late are said aloud. The engine is looked up
   * in the boot loader: this class may be of another copy of the jar. It, and not the property, is
   * the proof: the property may have been set by hand.
   */
  private static boolean runsAlready(@Nullable String options) throws ReflectiveOperationException {
    if (System.getProperty(AgentStart.PRESENCE) == null) {
      return false;
    }
    Class<?> findings;
    try {
      findings = Class.forName("dev.racedetect.runtime.report.Findings", false, null);
    } catch (ClassNotFoundException e) {
      return false;
    }
    if (!(boolean) findings.getMethod("isStarted").invoke(null)) {
      return false;
    }
    if (options != null && !options.isEmpty()) {
      findings
          .getMethod("degraded", String.class, String.class)
          .invoke(null, "the agent is given twice", "the second time without effect: " + options);
    }
    return true;
  }
}
