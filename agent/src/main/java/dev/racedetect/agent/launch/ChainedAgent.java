package dev.racedetect.agent.launch;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent that a program had named for the launcher before it was race-enabled, in the way
 * that {@code java.lang.instrument} describes for {@code Launcher-Agent-Class}: its {@code
 * agentmain} with two parameters if there is one, else that with one, found by the system class
 * loader.
 */
public final class ChainedAgent {
  private ChainedAgent() {}

  /**
   * Calls the agent.
   *
   * @param className its binary name
   * @param options what the launcher gave
   * @throws ReflectiveOperationException if there is no such agent, or it threw; to the launcher
   *     this is the failure of an agent, as without the detector
   */
  public static void start(
      String className, @Nullable String options, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    Class<?> agent = Class.forName(className, true, ClassLoader.getSystemClassLoader());
    Method two = find(agent, String.class, Instrumentation.class);
    if (two != null) {
      two.invoke(null, options, instrumentation);
      return;
    }
    Method one = find(agent, String.class);
    if (one == null) {
      throw new NoSuchMethodException(className + ".agentmain");
    }
    one.invoke(null, options);
  }

  /** Of the class itself, or a public one that it inherits. */
  private static @Nullable Method find(Class<?> agent, Class<?>... parameters) {
    try {
      Method own = agent.getDeclaredMethod("agentmain", parameters);
      own.setAccessible(true);
      return own;
    } catch (NoSuchMethodException e) {
      try {
        return agent.getMethod("agentmain", parameters);
      } catch (NoSuchMethodException none) {
        return null;
      }
    }
  }
}
