package dev.racedetect.runtime.shadow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Happens-before as defined: every event has a full vector clock, every variable its whole history.
 * No epochs, no sharing, no forgetting.
 */
final class NaiveDetector {
  private record Access(int instance, int time, boolean write) {}

  private final boolean attemptsPublish;
  private final Map<Integer, Integer> races = new TreeMap<>();
  private final Map<Integer, int[]> locks = new HashMap<>();
  private final Map<Integer, int[]> volatiles = new HashMap<>();
  private final Map<Integer, List<Access>> histories = new HashMap<>();
  private final Map<Integer, int[]> ends = new HashMap<>();

  /** By thread number: which thread of all that ever were it is now, and its clock. */
  private final int[] instance;

  private final int[][] clock;
  private int instances = 1;

  private NaiveDetector(Trace trace, boolean attemptsPublish) {
    this.attemptsPublish = attemptsPublish;
    this.instance = new int[trace.shape().threads()];
    this.clock = new int[trace.shape().threads()][];
    this.clock[0] = new int[trace.steps().size() + 2];
  }

  /**
   * The racy variables of a trace, each with the number of the step that completed its first race.
   *
   * @param attemptsPublish whether failing operations count as if they had succeeded
   */
  static Map<Integer, Integer> races(Trace trace, boolean attemptsPublish) {
    NaiveDetector detector = new NaiveDetector(trace, attemptsPublish);
    for (int i = 0; i < trace.steps().size(); i++) {
      detector.apply(trace.steps().get(i), i);
    }
    return detector.races;
  }

  private void apply(Step step, int number) {
    int[] own = clock[step.thread()];
    own[instance[step.thread()]]++;
    int o = step.object();
    switch (step.kind()) {
      case FORK -> {
        clock[o] = own.clone();
        instance[o] = instances++;
      }
      case END -> ends.put(step.thread(), own.clone());
      case JOIN -> join(own, ends.get(o));
      case LOCK -> join(own, locks.get(o));
      case UNLOCK -> locks.put(o, own.clone());
      case VOLATILE_READ -> join(own, volatiles.get(o));
      case VOLATILE_WRITE -> publish(own, o);
      case FAILED_CAS, ATTEMPT -> {
        if (attemptsPublish) {
          publish(own, o);
        }
      }
      case UNDO -> {}
      case READ, WRITE -> access(step, number, own);
    }
  }

  private void publish(int[] own, int o) {
    int[] published = own.clone();
    join(published, volatiles.get(o));
    volatiles.put(o, published);
  }

  private static void join(int[] own, int[] other) {
    if (other != null) {
      Arrays.setAll(own, i -> Math.max(own[i], other[i]));
    }
  }

  private void access(Step step, int number, int[] own) {
    boolean write = step.kind() == Step.Kind.WRITE;
    List<Access> history = histories.computeIfAbsent(step.object(), v -> new ArrayList<>());
    for (Access earlier : history) {
      if ((write || earlier.write) && own[earlier.instance] < earlier.time) {
        races.putIfAbsent(step.object(), number);
      }
    }
    int self = instance[step.thread()];
    history.add(new Access(self, own[self], write));
  }
}
