package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.sync.Attempt;
import dev.racedetect.runtime.sync.OwnedClock;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays a trace on the real engine: threads that are never run, one step after the other. */
final class EngineRun {
  private final Map<Integer, Integer> races = new TreeMap<>();
  private final Variables variables = new Variables();
  private final OwnedClock[] locks;
  private final SyncClock[] volatiles;
  private final ThreadState[] states;
  private final Attempt[] attempts;
  private final Snapshot[] ends;
  private final List<Snapshot> allEnds = new ArrayList<>();
  private final int clocksLeft;

  private EngineRun(Trace.Shape shape, int clocksLeft) {
    this.clocksLeft = clocksLeft;
    locks = new OwnedClock[shape.locks()];
    Arrays.setAll(locks, i -> new OwnedClock(null) {});
    volatiles = clocks(shape.volatiles());
    states = new ThreadState[shape.threads()];
    attempts = new Attempt[shape.threads()];
    ends = new Snapshot[shape.threads()];
    states[0] = started(ThreadState.current());
  }

  private static SyncClock[] clocks(int count) {
    SyncClock[] clocks = new SyncClock[count];
    for (int i = 0; i < count; i++) {
      clocks[i] = new SyncClock();
    }
    return clocks;
  }

  /**
   * The reported variables of a trace, each with the number of the step that was reported first.
   *
   * @param clocksLeft how many clocks each thread has before its first slot is used up; 0 for all
   */
  static Map<Integer, Integer> races(Trace trace, int clocksLeft) {
    EngineRun run = new EngineRun(trace.shape(), clocksLeft);
    for (int i = 0; i < trace.steps().size(); i++) {
      if (run.apply(trace.steps().get(i))) {
        run.races.putIfAbsent(trace.steps().get(i).object(), i);
      }
    }
    run.joinAll();
    return run.races;
  }

  private ThreadState started(ThreadState starter) {
    Thread thread = new Thread(() -> {});
    ThreadTable.started(starter, thread, 0);
    ThreadState state = ThreadTable.find(thread);
    if (clocksLeft > 0) {
      int late = Math.max(Epoch.clock(state.epoch), Epoch.MAX_CLOCK - clocksLeft);
      state.epoch = Epoch.of(Epoch.slot(state.epoch), late);
    }
    return state;
  }

  private boolean apply(Step step) {
    ThreadState thread = states[step.thread()];
    int o = step.object();
    switch (step.kind()) {
      case FORK -> states[o] = started(thread);
      case END -> end(step.thread());
      case JOIN -> thread.acquire(ends[o]);
      case LOCK -> locks[o].acquire(thread);
      case UNLOCK -> locks[o].release(thread);
      case VOLATILE_READ -> volatiles[o].acquire(thread);
      case VOLATILE_WRITE -> volatiles[o].release(thread);
      case FAILED_CAS -> volatiles[o].attempt(thread).undo();
      case ATTEMPT -> attempts[step.thread()] = volatiles[o].attempt(thread);
      case UNDO -> attempts[step.thread()].undo();
      case READ -> {
        return variables.read(o, thread);
      }
      case WRITE -> {
        return variables.write(o, thread);
      }
    }
    return false;
  }

  private void end(int thread) {
    ends[thread] = ThreadTable.ended(states[thread]);
    allEnds.add(ends[thread]);
    states[thread] = null;
  }

  /** The playing thread joins all others, so that the next trace finds their slots free. */
  private void joinAll() {
    for (int i = 0; i < states.length; i++) {
      if (states[i] != null) {
        end(i);
      }
    }
    allEnds.forEach(ThreadState.current()::acquire);
  }
}
