package dev.racedetect.agent.canary;

import dev.racedetect.runtime.context.PeriodTraces;
import dev.racedetect.runtime.hook.MethodSampling;
import dev.racedetect.runtime.hook.Progress;
import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.shadow.ArrayShadows;
import dev.racedetect.runtime.shadow.PeriodReports;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Decides when there is a sampling period, so that the detector's share of the process's CPU time
 * stays below the budget. One daemon thread.
 */
final class Governor implements Runnable {
  /** State of a canary. */
  enum State {
    /** Between two periods or in one. */
    SAMPLING,
    /** The heap is nearly full: no period until there is room again. */
    LOW_MEMORY,
    /** Switched off for good, by whoever operates it or because it costs too much. */
    OFF
  }

  /** What it says to who looks. */
  record Status(State state, String why, long periods, double share, double sampled, int methods) {
    static final Status NONE = new Status(State.SAMPLING, "", 0, 0, 0, 0);
  }

  /**
   * Test only: {@code on,off}, ms of periods and between them. The governor knows no budget then.
   */
  static final String PERIODS = "racedetect.canary.periods";

  private static final long MILLION = 1_000_000;

  /** A period should be long enough for two threads to meet, and short for who waits meanwhile. */
  private static final long PERIOD_NANOS = 20 * MILLION;

  /** A period in a pause. */
  private static final long SHORT_NANOS = MILLION;

  /** Between two runs of methods for the compiler... */
  private static final long WARMING_NANOS = 20 * MILLION;

  /** ...for so long, and then less and less often. */
  private static final long WARMING_UP_NANOS = 15_000 * MILLION;

  private static final long LONGEST_WITHOUT_WARMING = 400 * MILLION;

  /** Between two short periods. */
  private static final long LONGEST_BETWEEN = 2_000 * MILLION;

  private static final long BESIDE_NANOS = 1_000 * MILLION;
  private static final long SLICE_NANOS = 5 * MILLION;
  private static final long LONGEST_PAUSE_NANOS = 60_000 * MILLION;
  private static final long SHORTEST_PAUSE_NANOS = 20 * MILLION;

  /** A moment in which runs are counted. */
  private static final long COUNTING_NANOS = 20 * MILLION;

  /** So many periods in a row above four times the budget, at the longest pause, are too much. */
  private static final int TOO_MUCH = 20;

  private final double budget;
  private final LongSupplier transformation;
  private final CpuMeter meter = new CpuMeter();
  private final PeriodCost cost = new PeriodCost();
  private final Runnable beside;
  private final Consumer<Status> told;
  private volatile boolean stopped;
  private volatile Status status = Status.NONE;
  private final long startNanos = System.nanoTime();
  private long periods;
  private long onNanos;
  private long worked;
  private long transformingBefore;
  private int expensive;
  private long shortNanos = startNanos;
  private long besideNanos = startNanos - BESIDE_NANOS;

  private Governor(
      double budget, LongSupplier transformation, Runnable beside, Consumer<Status> told) {
    this.transformation = transformation;
    this.beside = beside;
    this.budget = budget;
    this.told = told;
  }

  /**
   * Starts the governor.
   *
   * @param budget share of the process's CPU time, above 0, at most 1
   * @param transformation CPU time, in ns, that the rewriting of classes on threads of the
   *     application has taken so far
   * @param beside is run now and then on the governor's thread
   * @param told is told what was done
   */
  static Governor start(
      double budget, LongSupplier transformation, Runnable beside, Consumer<Status> told) {
    Governor governor = new Governor(budget, transformation, beside, told);
    if (governor.always()) {
      // From the first instruction of the program on.
      governor.begin(MethodSampling.FIRST);
    }
    Thread thread = new Thread(governor, "racedetect canary");
    thread.setDaemon(true);
    thread.start();
    return governor;
  }

  /** What is going on. */
  Status status() {
    return status;
  }

  /** Switches off for good. */
  void stop() {
    stopped = true;
  }

  private boolean always() {
    return budget >= 1;
  }

  @Override
  public void run() {
    ThreadState.own().mute = ThreadState.DEAF;
    ThreadState.own().transforming = 1;
    try {
      String test = System.getProperty(PERIODS);
      if (test != null) {
        switchWildly(test);
      } else if (always()) {
        watch();
      } else {
        govern();
      }
    } catch (InterruptedException e) {
      off("interrupted");
    } catch (RuntimeException | LinkageError e) {
      off(e.toString());
    }
  }

  private void begin(int runs) {
    PeriodTraces.clear();
    PeriodReports.clear();
    ArrayShadows.forget();
    Periods.begin();
    MethodSampling.open(runs);
    periods++;
  }

  private static void end() {
    Periods.end();
    MethodSampling.close();
  }

  /** One period without end: as in full mode, but for the stacks that one period can keep. */
  private void watch() throws InterruptedException {
    while (!stopped) {
      rest(SHORTEST_PAUSE_NANOS);
      MethodSampling.burst();
      if (PeriodTraces.full()) {
        end();
        begin(MethodSampling.FIRST);
      }
      account();
      tell(State.SAMPLING, "");
    }
    off("switched off");
  }

  private void govern() throws InterruptedException {
    long pause = SHORTEST_PAUSE_NANOS;
    while (!stopped) {
      pause(pause);
      count();
      if (lowMemory()) {
        tell(State.LOW_MEMORY, "");
        pause = 1_000 * MILLION;
        continue;
      }
      period(PERIOD_NANOS);
      account();
      pause = pause();
      if (tooMuch(pause)) {
        off("it takes " + percent(meter.share()) + " of the CPU time, more than budget allows");
        return;
      }
      tell(State.SAMPLING, "");
    }
    off("switched off");
  }

  /** Waits, but not longer than until it is switched off. */
  private void rest(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !stopped; left = end - System.nanoTime()) {
      if (System.nanoTime() - besideNanos > BESIDE_NANOS) {
        beside.run();
        besideNanos = System.nanoTime();
        account();
        status = now(status.state, status.why);
      }
      sleep(Math.min(left, BESIDE_NANOS));
    }
  }

  /**
   * The pause between two periods, with single runs of methods that have checks, which do nothing
   * without a period, and short periods at times. A compiler that has not seen a method to run with
   * checks would leave that out, and throw its code away when the next period begins; and it looks
   * between a method's first hundreds of runs and its thousands, whenever that is. The fewer the
   * longer the program runs, for there is less to compile.
   */
  private void pause(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !stopped; left = end - System.nanoTime()) {
      long running = System.nanoTime() - startNanos;
      long between = (long) ((double) running / WARMING_UP_NANOS * WARMING_NANOS);
      between = Math.max(WARMING_NANOS, Math.min(LONGEST_WITHOUT_WARMING, between));
      rest(Math.min(left, between));
      if (meter.due(budget) <= 0 && end - System.nanoTime() < nanos - SHORTEST_PAUSE_NANOS) {
        // The process has used more CPU time than it seemed when the pause began.
        return;
      }
      if (lowMemory()) {
        continue;
      }
      if (System.nanoTime() - shortNanos > Math.min(LONGEST_BETWEEN, running / 50)) {
        period(SHORT_NANOS);
        shortNanos = System.nanoTime();
      } else {
        MethodSampling.open(1);
      }
    }
  }

  /** Looks how much the application gets done without a period. */
  private void count() throws InterruptedException {
    MethodSampling.close();
    long before = CpuMeter.processNanos();
    long made = Progress.made();
    Periods.count(true);
    sleep(COUNTING_NANOS);
    Periods.count(false);
    cost.bare(System.nanoTime(), CpuMeter.processNanos() - before, Progress.made() - made);
  }

  private void period(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    long cpuBefore = CpuMeter.processNanos();
    long made = Progress.made();
    begin(nanos < PERIOD_NANOS ? MethodSampling.FEW : MethodSampling.FIRST);
    while (System.nanoTime() - start < nanos) {
      sleep(Math.min(nanos, SLICE_NANOS));
      if (PeriodTraces.full() || stopped) {
        break;
      }
    }
    end();
    worked += cost.of(CpuMeter.processNanos() - cpuBefore, Progress.made() - made);
    onNanos += System.nanoTime() - start;
  }

  private void account() {
    long transforming = transformation.getAsLong();
    meter.add(worked + transforming - transformingBefore);
    transformingBefore = transforming;
    worked = 0;
  }

  /** Until the process has used so much CPU time that the share is within the budget. */
  private long pause() {
    double due = meter.due(budget);
    double rate = Math.max(0.01, meter.rate());
    return (long) Math.max(SHORTEST_PAUSE_NANOS, Math.min(LONGEST_PAUSE_NANOS, due / rate));
  }

  private boolean tooMuch(long pause) {
    boolean much = pause == LONGEST_PAUSE_NANOS && meter.share() > 4 * budget;
    expensive = much ? expensive + 1 : 0;
    return expensive > TOO_MUCH;
  }

  private static boolean lowMemory() {
    Runtime r = Runtime.getRuntime();
    return r.maxMemory() - r.totalMemory() + r.freeMemory() < r.maxMemory() / 16;
  }

  private void tell(State state, String why) {
    Status now = now(state, why);
    status = now;
    told.accept(now);
  }

  private Status now(State state, String why) {
    return new Status(
        state,
        why,
        periods,
        meter.share(),
        (double) onNanos / Math.max(1, System.nanoTime() - startNanos),
        MethodSampling.methods());
  }

  private void off(String why) {
    end();
    PeriodTraces.clear();
    tell(State.OFF, why);
    Findings.degraded("canary off", why);
  }

  static String percent(double share) {
    long tenths = Math.round(share * 1000);
    return tenths / 10 + "." + tenths % 10 + "%";
  }

  private static void sleep(long nanos) throws InterruptedException {
    Thread.sleep(nanos / MILLION, (int) (nanos % MILLION));
  }

  private void switchWildly(String test) throws InterruptedException {
    String[] parts = test.split(",", -1);
    long on = Long.parseLong(parts[0]);
    long off = Long.parseLong(parts[1]);
    while (on > 0 && !stopped) {
      begin(MethodSampling.FIRST);
      Thread.sleep(on);
      end();
      tell(State.SAMPLING, "");
      Thread.sleep(off);
    }
  }
}
