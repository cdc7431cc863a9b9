package dev.racedetect.agent;

import java.lang.instrument.Instrumentation;
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
    start(options, instrumentation);
  }

  /** Called by the launcher for {@code java -jar} of a race-enabled jar. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  private static void start(@Nullable String options, Instrumentation instrumentation) {
    try {
      BootRuntime.prepare(instrumentation);
      AgentStart.start(options, instrumentation);
    } catch (RuntimeException | LinkageError | ReflectiveOperationException e) {
      System.err.println("racedetect: could not start: " + e);
      Runtime.getRuntime().halt(2);
    }
  }
}
