package dev.racedetect.agent;

import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.RaceSink;
import dev.racedetect.runtime.report.Findings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Proves at start that a known race is found and a correct program is not reported: a detector that
 * is silently off is the worst outcome.
 */
final class SelfProbe implements RaceSink {
  private static final String PROGRAM = "dev.racedetect.agent.probe.RaceProbe";

  private int found;
  private @Nullable String wrong;

  private SelfProbe() {}

  /** Whether a class belongs to the probe; internal name. */
  static boolean owns(String internalName) {
    return internalName.startsWith("dev/racedetect/agent/probe/");
  }

  static void run() {
    SelfProbe probe = new SelfProbe();
    RaceSink before = RaceFindings.to(probe);
    String failure;
    try {
      failure = probe.failure();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      failure = e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = "interrupted";
    } finally {
      RaceFindings.to(before);
    }
    if (failure != null) {
      Findings.degraded("self-probe failed", failure);
    }
  }

  private @Nullable String failure() throws ReflectiveOperationException, InterruptedException {
    Class<?> program = Class.forName(PROGRAM, true, new Loader());
    Runnable body = (Runnable) program.getDeclaredConstructor().newInstance();
    Thread one = new Thread(body, "racedetect probe 1");
    Thread two = new Thread(body, "racedetect probe 2");
    one.start();
    two.start();
    one.join();
    two.join();
    if (wrong != null) {
      return "a correct access was reported: " + wrong;
    }
    return found == 0 ? "a known data race was not found: nothing can be trusted" : null;
  }

  @Override
  public boolean accept(RaceFinding finding, String fingerprint, @Nullable String hint) {
    if (finding.location().name().equals("racy")) {
      found++;
    } else {
      wrong = finding.location().name();
    }
    return true;
  }

  /** Defines the program apart from the detector's own classes, which are never instrumented. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(PROGRAM)) {
        return super.loadClass(name, resolve);
      }
      byte[] bytes = read(name.replace('.', '/') + ".class");
      return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] read(String resource) throws ClassNotFoundException {
      try (AgentJar jar = AgentJar.open()) {
        return jar.read(resource);
      } catch (IOException e) {
        throw new ClassNotFoundException(resource, e);
      }
    }
  }
}
