package dev.racedetect.agent.canary;

import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.RaceSink;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The canary of this JVM: its governor, and what operators see of it. */
public final class Canary implements CanaryMXBean {
  private final double budget;
  private final Recording recording = new Recording();
  private volatile @Nullable Governor governor;
  private volatile long findings;

  private Canary(double budget) {
    this.budget = budget;
  }

  /**
   * Starts a canary.
   *
   * @param transformation CPU time, in ns, that the rewriting of classes as they load has taken
   */
  public static void start(Options options, LongSupplier transformation) {
    Canary canary = new Canary(options.budget());
    RaceSink reports = RaceFindings.to(null);
    if (reports != null) {
      RaceFindings.to(canary.new Counting(reports));
    }
    Management management = new Management(canary);
    canary.governor =
        Governor.start(options.budget(), transformation, management, canary.recording::governed);
  }

  /** Counts and records the races that are reported. Called one after the other. */
  private final class Counting implements RaceSink {
    private final RaceSink reports;

    Counting(RaceSink reports) {
      this.reports = reports;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // calls are serialised
    public boolean accept(RaceFinding finding, String fingerprint, @Nullable String hint) {
      boolean accepted = reports.accept(finding, fingerprint, hint);
      if (accepted) {
        findings++;
        recording.found(finding, fingerprint);
      }
      return accepted;
    }
  }

  private Governor.Status status() {
    Governor g = governor;
    return g == null ? Governor.Status.NONE : g.status();
  }

  @Override
  public String getState() {
    return status().state().name();
  }

  @Override
  public String getReason() {
    return status().why();
  }

  @Override
  public double getCpuShare() {
    return status().share();
  }

  @Override
  public double getBudget() {
    return budget;
  }

  @Override
  public double getSampledShare() {
    return status().sampled();
  }

  @Override
  public long getPeriods() {
    return status().periods();
  }

  @Override
  public long getFindings() {
    return findings;
  }

  @Override
  public int getMethods() {
    return status().methods();
  }

  @Override
  public void switchOff() {
    Governor g = governor;
    if (g != null) {
      g.stop();
    }
  }
}
