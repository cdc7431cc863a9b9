package dev.racedetect.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.hook.OtherWay;
import dev.racedetect.runtime.thread.Simulated;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.Together;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContextDepotTest {
  private static ThreadState thread() {
    return Simulated.startedBy(ThreadState.current());
  }

  /** From an access to the depot. */
  private interface Way {
    int index(ThreadState thread, long context, int site);
  }

  private static int access(ThreadState thread, long context, int site) {
    Way way = context % 3 == 0 ? OtherWay::index : ContextDepot::index;
    return way.index(thread, context, site);
  }

  private static int left(ThreadState thread, long context, int site) {
    return access(thread, context, site);
  }

  private static int right(ThreadState thread, long context, int site) {
    return access(thread, context, site);
  }

  private static String[] methods(int index) {
    StackTraceElement[] frames = ContextDepot.frames(index);
    String[] methods = new String[frames.length];
    int own = 0;
    for (StackTraceElement frame : frames) {
      if (frame.getClassName().equals(ContextDepotTest.class.getName())) {
        methods[own++] = frame.getMethodName();
      }
    }
    return java.util.Arrays.copyOf(methods, own);
  }

  private static int walked(ThreadState thread) {
    return ContextDepot.ofFrames(thread, ContextDepot.STARTED);
  }

  @Test
  void tellsStacksApartByTheirFramesWhereNoMethodIsInstrumented() {
    ThreadState thread = thread();
    Set<Integer> here = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      here.add(walked(thread));
    }
    int there = walked(thread);
    assertThat(here).hasSize(1).doesNotContain(there);
    assertThat(methods(there))
        .containsExactly("walked", "tellsStacksApartByTheirFramesWhereNoMethodIsInstrumented");
  }

  @Test
  void knowsNoPlaceWhereNoMethodIsInstrumented() {
    ThreadState thread = thread();
    thread.context = 0;
    assertThat(ContextDepot.here(thread, ContextDepot.LOCKED)).isZero();
    thread.context = 30_001;
    assertThat(ContextDepot.here(thread, ContextDepot.LOCKED)).isPositive();
  }

  @Test
  void restoresTheStackOfEachContext() {
    ThreadState thread = thread();
    int left = left(thread, 1, 20_001);
    int right = right(thread, 2, 20_001);
    assertThat(left).isNotEqualTo(right).isPositive();
    assertThat(methods(left)).containsExactly("access", "left", "restoresTheStackOfEachContext");
    assertThat(methods(right)).containsExactly("access", "right", "restoresTheStackOfEachContext");
    assertThat(left(thread, 1, 20_001)).isEqualTo(left);
    assertThat(right(thread(), 2, 20_001)).isEqualTo(right);
  }

  @Test
  void unknownContextHasNoFrames() {
    assertThat(ContextDepot.frames(0)).isEmpty();
    assertThat(ContextDepot.frames(-1)).isEmpty();
    assertThat(ContextDepot.frames(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void pathsBeyondTheLimitShareWhatAllHaveInCommon() {
    ThreadState thread = thread();
    int site = 20_002;
    Set<Integer> toldApart = new HashSet<>();
    for (int path = 0; path < ContextDepot.PATHS_PER_SITE; path++) {
      int index = path % 2 == 0 ? left(thread, path, site) : right(thread, path, site);
      toldApart.add(index);
    }
    assertThat(toldApart).hasSize(ContextDepot.PATHS_PER_SITE);
    Set<Integer> others = new HashSet<>();
    for (int path = ContextDepot.PATHS_PER_SITE; path < 1_000; path++) {
      others.add(left(thread, path, site));
      others.add(right(thread(), path, site));
    }
    assertThat(others).hasSize(1).doesNotContainAnyElementsOf(toldApart);
    assertThat(methods(others.iterator().next())).containsExactly("access");
    // Those that were told apart still are.
    assertThat(left(thread(), 0, site)).isIn(toldApart);
    assertThat(methods(left(thread(), 0, site))[1]).isEqualTo("left");
  }

  /** More than any cache holds, more than the first tables hold, from several threads. */
  @Test
  void indexesAreStableAndDistinct() throws Exception {
    int sites = 600;
    int contexts = 12;
    int[][] seen = new int[3][sites * contexts];
    Together together = new Together(3);
    together.run(
        number -> {
          ThreadState thread = thread();
          together.meet();
          for (int pass = 0; pass < 3; pass++) {
            for (int i = 0; i < seen[number].length; i++) {
              int index = access(thread, i % contexts, 21_000 + i / contexts);
              if (pass > 0 && seen[number][i] != index) {
                throw new AssertionError("another index for the same context");
              }
              seen[number][i] = index;
            }
          }
        });
    assertThat(seen[1]).isEqualTo(seen[0]);
    assertThat(seen[2]).isEqualTo(seen[0]);
    Set<Integer> distinct = new HashSet<>();
    for (int index : seen[0]) {
      assertThat(index).isPositive();
      distinct.add(index);
    }
    assertThat(distinct).hasSize(sites * contexts);
  }

  @Test
  void captureIsNotSeenByTheDetectorItself() {
    ThreadState thread = thread();
    thread.mute = 3;
    access(thread, 5, 20_003);
    assertThat(thread.mute).isEqualTo(3);
  }

  /** The same context can be that of a lock in the JDK and of a submission. */
  @Test
  void eventsOfTheRuntimeAreToldApart() {
    ThreadState thread = thread();
    int locked = ContextDepot.index(thread, 77, ContextDepot.LOCKED);
    assertThat(ContextDepot.index(thread, 77, ContextDepot.SUBMITTED)).isNotEqualTo(locked);
    assertThat(ContextDepot.index(thread, 77, ContextDepot.STARTED)).isNotEqualTo(locked);
    assertThat(ContextDepot.index(thread, 77, ContextDepot.LOCKED)).isEqualTo(locked);
  }

  @Test
  void fewerPathsAreToldApartAsContextsOrFramesGetMany() {
    long frames = ContextDepot.MAX_FRAMES;
    assertThat(ContextDepot.pathsAllowed(9, 1, 0)).isEqualTo(ContextDepot.PATHS_PER_SITE);
    assertThat(ContextDepot.pathsAllowed(9, 1, frames / 2)).isEqualTo(8);
    assertThat(ContextDepot.pathsAllowed(9, Epoch.MAX_CONTEXT / 2 + 1, 0)).isEqualTo(8);
    assertThat(ContextDepot.pathsAllowed(9, 1, 2 * frames)).isEqualTo(1);
    assertThat(ContextDepot.pathsAllowed(ContextDepot.SUBMITTED, 1, 0))
        .isEqualTo(ContextDepot.PATHS_WITHOUT_SITE);
    assertThat(ContextDepot.pathsAllowed(ContextDepot.SUBMITTED, 1, frames / 2))
        .isEqualTo(ContextDepot.PATHS_WITHOUT_SITE);
    assertThat(ContextDepot.pathsAllowed(ContextDepot.SUBMITTED, 1, frames)).isZero();
  }

  private static int lineOf(int index, String field) {
    for (StackTraceElement frame : ContextDepot.frames(index, field)) {
      if (frame.getClassName().equals(ContextDepotTest.class.getName())) {
        return frame.getLineNumber();
      }
    }
    throw new AssertionError("no frame");
  }

  @Test
  void writesWithACommonSiteHaveTheLinesOfTheirFields() {
    ThreadState thread = thread();
    int site = 7_001;
    ConstructorLines.register(site, Map.of("a$I", 123_456, "b$J", 7));
    int index = left(thread, 1, site);
    assertThat(lineOf(index, "a$I")).isEqualTo(123_456);
    assertThat(lineOf(index, "b$J")).isEqualTo(7);
    int captured = lineOf(index, "c$I");
    assertThat(captured).isBetween(8, 10_000);
    assertThat(methods(index)[0]).isEqualTo("access");
    assertThat(lineOf(left(thread, 1, site + 1), "a$I")).isEqualTo(captured);
    int others = 0;
    for (int path = 0; path <= ContextDepot.PATHS_PER_SITE; path++) {
      others = left(thread, path, site);
    }
    assertThat(lineOf(others, "a$I")).as("what all paths have in common").isEqualTo(123_456);
  }
}
