package dev.racedetect.agent.canary;

/** What operators see and do by JMX, under {@value Management#NAME}. */
public interface CanaryMXBean {
  /** {@code SAMPLING}, {@code LOW_MEMORY} or {@code OFF}. */
  String getState();

  /** Why it is off; empty if it is not. */
  String getReason();

  /** The detector's share of the process's recent CPU time as the governor counts it, 0 to 1. */
  double getCpuShare();

  /** The share that it may take, 0 to 1. */
  double getBudget();

  /** The share of the time since the start that lay in sampling periods, 0 to 1. */
  double getSampledShare();

  /** How many sampling periods there were. */
  long getPeriods();

  /** How many distinct data races were reported. */
  long getFindings();

  /** Methods that have access checks. */
  int getMethods();

  /** Switches the detector off for good. */
  void switchOff();
}
