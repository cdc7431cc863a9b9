package dev.racedetect.agent;

import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.RaceSink;
import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Proves at start that a known race is found and a correct program is not reported: a detector that
 * is silently off is the worst outcome.
 */
final class SelfProbe implements RaceSink {
  private static final String PROGRAM = "dev.racedetect.agent.probe.RaceProbe";

  private final AgentJar jar;
  private int found;
  private @Nullable String wrong;

  private SelfProbe(AgentJar jar) {
    this.jar = jar;
  }

  /** In a sampling period a thread may be ordered after another by chance, never in full mode. */
  private static final int ROUNDS = Periods.SAMPLED ? 100 : 1;

  private volatile boolean firstIsHere;
  private volatile boolean secondIsHere;

  /** Whether a class belongs to the probe; internal name. */
  static boolean owns(String internalName) {
    return internalName.startsWith("dev/racedetect/agent/probe/");
  }

  static void run(AgentJar jar) {
    SelfProbe probe = new SelfProbe(jar);
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
    Class<?> program = Class.forName(PROGRAM, true, new Loader(jar));
    Runnable body = (Runnable) program.getDeclaredConstructor().newInstance();
    for (int round = 0; round < ROUNDS && found == 0 && wrong == null; round++) {
      firstIsHere = false;
      secondIsHere = false;
      Thread one = new Thread(() -> runBoth(0, body), "racedetect probe 1");
      Thread two = new Thread(() -> runBoth(1, body), "racedetect probe 2");
      one.start();
      two.start();
      one.join();
      two.join();
    }
    if (wrong != null) {
      return "a correct access was reported: " + wrong;
    }
    return found == 0 ? "a known data race was not found: nothing can be trusted" : null;
  }

  /**
   * Both threads come into the sampling period, if there is one, before either accesses anything:
   * one that came in later would be ordered after the other. The flags are of a class that is not
   * instrumented, so waiting orders nothing.
   */
  private void runBoth(int number, Runnable body) {
    ThreadState.current();
    if (number == 0) {
      firstIsHere = true;
    } else {
      secondIsHere = true;
    }
    while (!firstIsHere || !secondIsHere) {
      Thread.onSpinWait();
    }
    // The other may have learnt of this thread's clock as it is; what follows is of the next.
    ThreadState.current().released();
    body.run();
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
    private final AgentJar jar;

    Loader(AgentJar jar) {
      super(null);
      this.jar = jar;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(PROGRAM)) {
        return super.loadClass(name, resolve);
      }
      try {
        byte[] bytes = jar.read(name.replace('.', '/') + ".class");
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
