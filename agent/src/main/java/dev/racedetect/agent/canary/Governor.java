package dev.racedetect.agent.canary;

import dev.racedetect.runtime.context.PeriodTraces;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.thread.Periods;

/** Decides when there is a sampling period. */
public final class Governor extends Thread {
  private Governor() {
    super("racedetect canary");
    setDaemon(true);
  }

  public static void start(Options options) {
    new Governor().start();
  }

  @Override
  public void run() {
    String spec = System.getProperty("racedetect.canary.periods", "50,950");
    int on = Integer.parseInt(spec.split(",")[0]);
    int off = Integer.parseInt(spec.split(",")[1]);
    try {
      while (on > 0) {
        PeriodTraces.clear();
        Periods.begin();
        Thread.sleep(on);
        Periods.end();
        Thread.sleep(off);
      }
    } catch (InterruptedException e) {
      return;
    }
  }
}
