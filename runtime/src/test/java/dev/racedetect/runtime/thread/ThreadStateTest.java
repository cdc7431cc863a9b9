package dev.racedetect.runtime.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.sync.SyncClock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What threads know of one another's actions against plain sets, on seeded random histories. */
final class ThreadStateTest {
  private static final int SEEDS = 400;
  private static final int STEPS = 300;
  private static final int CLOCKS = 4;

  /** A thread and the actions that happen-before its next one. */
  private static final class Actor {
    final ThreadState state;
    final BitSet known;
    Snapshot last;

    Actor(ThreadState state, BitSet known) {
      this.state = state;
      this.known = (BitSet) known.clone();
    }
  }

  private final List<Long> actions = new ArrayList<>();
  private final List<Actor> actors = new ArrayList<>();

  @Test
  void knowsExactlyWhatHappensBefore() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      actions.clear();
      actors.clear();
      actors.add(new Actor(Simulated.startedBy(ThreadState.current()), new BitSet()));
      SyncClock[] clocks = new SyncClock[CLOCKS];
      BitSet[] released = new BitSet[CLOCKS];
      for (int i = 0; i < CLOCKS; i++) {
        clocks[i] = new SyncClock();
        released[i] = new BitSet();
      }
      for (int step = 0; step < STEPS; step++) {
        Actor actor = actors.get(random.nextInt(actors.size()));
        if (actor.last == null) {
          act(actor);
          int c = random.nextInt(CLOCKS);
          step(random, actor, clocks[c], released[c]);
        }
      }
      check(seed);
    }
  }

  private void act(Actor actor) {
    actor.known.set(actions.size());
    actions.add(actor.state.epoch);
    actor.state.dirty = true;
  }

  private void step(Random random, Actor actor, SyncClock clock, BitSet released) {
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        released.or(actor.known);
        clock.release(actor.state);
      }
      case 2, 3 -> {
        actor.known.or(released);
        clock.acquire(actor.state);
      }
      case 4, 5, 6 -> {
        actor.known.or(released);
        released.or(actor.known);
        clock.exchange(actor.state);
      }
      case 7 -> clock.attempt(actor.state).undo();
      case 8 -> {
        actor.known.or(released);
        clock.acquire(actor.state);
        released.clear();
        released.or(actor.known);
        clock.releaseStore(actor.state);
      }
      case 9 -> actors.add(new Actor(Simulated.startedBy(actor.state), actor.known));
      default -> {
        Actor other = actors.get(random.nextInt(actors.size()));
        if (other.last != null) {
          actor.known.or(other.known);
          actor.state.acquire(other.last);
        } else if (other != actor && random.nextInt(3) == 0) {
          other.last = other.state.close();
        }
      }
    }
  }

  private void check(long seed) {
    for (Actor actor : actors) {
      for (int i = 0; actor.last == null && i < actions.size(); i++) {
        assertThat(actor.state.covers(actions.get(i)))
            .as("seed %d: action %d of slot %d", seed, i, Epoch.slot(actions.get(i)))
            .isEqualTo(actor.known.get(i));
      }
    }
  }

  @Test
  void onlyWhatTheContextShowsToBeACallbackIsHeardInsideAMutedMethod() {
    ThreadState thread = Simulated.startedBy(ThreadState.current());
    thread.context = 5;
    int level = thread.muteFurther();
    assertThat(thread.muted()).isTrue();
    thread.context = 6; // code of the application calls something
    assertThat(thread.muted()).isFalse();
    int inner = thread.muteFurther();
    assertThat(thread.muted()).isTrue();
    thread.mute = inner;
    thread.context = 5; // and has returned
    assertThat(thread.muted()).isTrue();
    thread.mute = 0; // a callback that a row names
    thread.muteFurther();
    thread.context = 7;
    thread.unmuteTo(1);
    assertThat(thread.muted()).isTrue();
    thread.mute = level;
    assertThat(thread.muted()).isFalse();
  }

  @Test
  void insideTheDetectorOnlyCodeOfTheApplicationIsHeardAndItsAccessesAreNot() {
    ThreadState thread = Simulated.startedBy(ThreadState.current());
    thread.context = 5;
    long outer = thread.goInside();
    assertThat(thread.muted()).isTrue();
    assertThat(thread.unheard()).isTrue();
    thread.context = 6; // a class loader, or a transformer of another agent
    assertThat(thread.muted()).isFalse();
    assertThat(thread.unheard()).isTrue();
    int level = thread.muteFurther();
    assertThat(thread.muted()).isTrue();
    int deeper = thread.mute;
    long inner = thread.goInside();
    assertThat(thread.muted()).isTrue();
    thread.comeOut(deeper, inner);
    thread.mute = level;
    assertThat(thread.muted()).isFalse();
    thread.context = 5;
    assertThat(thread.muted()).isTrue();
    thread.comeOut(0, outer);
    assertThat(thread.muted()).isFalse();
    assertThat(thread.unheard()).isFalse();
  }

  @Test
  void callbacksAreToldFromWhatIsMutedAtAnyDepth() {
    ThreadState thread = Simulated.startedBy(ThreadState.current());
    for (int i = 0; i < 5000; i++) {
      thread.context = i;
      thread.muteFurther();
      assertThat(thread.muted()).as("%d", i).isEqualTo(i < ThreadState.INSIDE - 1);
      thread.context++;
      assertThat(thread.muted()).as("%d", i).isFalse();
    }
    assertThat(thread.unheard()).isFalse();
  }

  @Test
  void threadsWithoutEdgesAreNotHeardWhateverTheContext() {
    ThreadState thread = Simulated.startedBy(ThreadState.current());
    for (int level : new int[] {-ThreadState.INSIDE, ThreadState.DEAF, ThreadState.ENDED}) {
      thread.mute = level;
      thread.muteFurther();
      assertThat(thread.muted()).as("%d", level).isTrue();
      thread.mute = level;
      thread.context++;
      assertThat(thread.muted()).as("%d", level).isTrue();
    }
  }

  @Test
  void theStateBetweenPeriodsHasACacheOfContexts() {
    assertThat(ThreadState.PAUSED.contexts).containsOnly(0);
  }
}
