package dev.racedetect.agent.canary;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Registers the canary with the servers of management beans that somebody else has made: looking
 * for one does not make any, and a JVM that nobody manages pays nothing. To be run now and then.
 * Does nothing in a JVM without {@code java.management}.
 */
final class Management implements Runnable {
  /** Under which the bean is found. */
  static final String NAME = "dev.racedetect:type=Canary";

  private final Canary canary;
  private boolean possible = ModuleLayer.boot().findModule("java.management").isPresent();

  Management(Canary canary) {
    this.canary = canary;
  }

  @Override
  public void run() {
    if (possible) {
      try {
        Servers.register(canary);
      } catch (JMException | RuntimeException | LinkageError e) {
        possible = false;
      }
    }
  }

  /** Apart, so that the names of its types are resolved where they exist only. */
  private static final class Servers {
    static void register(Canary canary) throws JMException {
      ObjectName name = null;
      for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
        if (name == null) {
          name = new ObjectName(NAME);
        }
        if (!server.isRegistered(name)) {
          server.registerMBean(new StandardMBean(canary, CanaryMXBean.class, true), name);
        }
      }
    }
  }
}
