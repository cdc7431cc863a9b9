package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.shadow.Step.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A sequentially consistent execution of a random program.
 *
 * @param shape its limits
 * @param steps what happens, in order; each step is possible where it stands
 */
record Trace(Shape shape, List<Step> steps) {

  /**
   * Limits of a trace.
   *
   * @param churn share of thread starts, ends and joins, in percent
   * @param accesses share of reads and writes among the rest, in percent
   * @param interleavedAttempts whether other threads may act between the halves of a failing
   *     operation
   */
  record Shape(
      int length,
      int threads,
      int locks,
      int volatiles,
      int churn,
      int accesses,
      boolean interleavedAttempts) {}

  /** Thread 0 exists from the beginning, all others must be forked. */
  static Trace random(long seed, Shape shape) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      int thread = random.nextInt(shape.threads);
      int dice = random.nextInt(100);
      Kind kind;
      int objects;
      if (random.nextInt(100) < shape.churn) {
        Kind[] kinds = {Kind.FORK, Kind.FORK, Kind.END, Kind.JOIN};
        kind = kinds[random.nextInt(kinds.length)];
        objects = shape.threads;
      } else if (random.nextInt(100) < shape.accesses) {
        kind = dice < 33 ? Kind.WRITE : Kind.READ;
        objects = Variables.COUNT;
      } else if (dice < 45) {
        kind = random.nextBoolean() ? Kind.LOCK : Kind.UNLOCK;
        objects = shape.locks;
      } else if (dice < 85) {
        kind = random.nextBoolean() ? Kind.VOLATILE_READ : Kind.VOLATILE_WRITE;
        objects = shape.volatiles;
      } else {
        kind = Kind.FAILED_CAS;
        if (shape.interleavedAttempts) {
          kind = random.nextBoolean() ? Kind.ATTEMPT : Kind.UNDO;
        }
        objects = shape.volatiles;
      }
      steps.add(new Step(kind, thread, random.nextInt(objects)));
    }
    return possible(shape, steps);
  }

  /** The same without the steps that cannot happen where they stand. */
  private static Trace possible(Shape shape, List<Step> steps) {
    boolean[] alive = new boolean[shape.threads];
    boolean[] ended = new boolean[shape.threads];
    int[] owner = new int[shape.locks];
    int[] attempting = new int[shape.threads];
    alive[0] = true;
    List<Step> possible = new ArrayList<>();
    for (Step s : steps) {
      int t = s.thread();
      int o = s.object();
      if (alive[t] && (attempting[t] == 0 || s.kind() == Kind.UNDO)) {
        boolean can =
            switch (s.kind()) {
              case FORK -> o != 0 && !alive[o];
              case END -> t != 0 && !holds(owner, t);
              case JOIN -> o != t && ended[o] && !alive[o];
              case LOCK -> owner[o] == 0;
              case UNLOCK -> owner[o] == t + 1;
              case UNDO -> attempting[t] == o + 1;
              default -> true;
            };
        if (can) {
          possible.add(s);
          switch (s.kind()) {
            case FORK -> alive[o] = true;
            case END -> {
              alive[t] = false;
              ended[t] = true;
            }
            case LOCK -> owner[o] = t + 1;
            case UNLOCK -> owner[o] = 0;
            case ATTEMPT -> attempting[t] = o + 1;
            case UNDO -> attempting[t] = 0;
            default -> {}
          }
        }
      }
    }
    return new Trace(shape, possible);
  }

  private static boolean holds(int[] owner, int thread) {
    for (int o : owner) {
      if (o == thread + 1) {
        return true;
      }
    }
    return false;
  }

  /** A trace that fails as well and from which no part can be left out. */
  Trace shrunk(Predicate<Trace> fails) {
    Trace smallest = this;
    for (int chunk = Math.max(1, steps.size() / 2); chunk > 0; ) {
      boolean shorter = false;
      for (int from = 0; from < smallest.steps.size(); ) {
        List<Step> rest = new ArrayList<>(smallest.steps.subList(0, from));
        rest.addAll(
            smallest.steps.subList(
                Math.min(from + chunk, smallest.steps.size()), smallest.steps.size()));
        Trace candidate = possible(shape, rest);
        if (fails.test(candidate)) {
          smallest = candidate;
          shorter = true;
        } else {
          from += chunk;
        }
      }
      chunk = shorter ? chunk : chunk / 2;
    }
    return smallest;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step s = steps.get(i);
      text.append("\n  ").append(i).append(": thread ").append(s.thread()).append(' ');
      text.append(s.kind()).append(' ').append(s.object());
    }
    return text.toString();
  }
}
