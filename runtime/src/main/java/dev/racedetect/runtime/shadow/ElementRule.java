package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.vm.annotation.DontInline;

/**
 * FastTrack's rule for array elements (Flanagan and Freund, PLDI 2009). Both words of an element
 * change by one compare-and-set, so of two simultaneous conflicting accesses exactly one is the
 * later and sees the other. Elements with words of their own ({@link DirectChunk}) follow {@link
 * AccessRule}.
 *
 * <p>A loop takes one element after the other from the same state to the same state. The thread
 * remembers that step for each site: within one epoch its clock only grows, so a step that found no
 * race finds none again.
 */
final class ElementRule {
  private ElementRule() {}

  /**
   * A read of an element that is in bounds.
   *
   * @return whether it races with an earlier write
   */
  static boolean read(ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    long epoch = thread.epoch;
    long[] chunk = shadow.chunks[index >>> ArrayChunk.BITS];
    int state = ArrayChunk.state(chunk, index);
    int pair = ArrayChunk.pair(state);
    if (thread.optimistic == null) {
      if (Epoch.same(chunk[pair], epoch) || Epoch.same(chunk[pair + 1], epoch)) {
        return false;
      }
      if (chunk[pair + 1] == Epoch.READ_SHARED && shadow.hasRead(chunk, index, state, epoch)) {
        ThreadArrays.of(thread).noteRead(shadow, index, chunk, state, epoch);
        return false;
      }
      if (DirectChunk.is(chunk)) {
        return directRead(shadow, chunk, index, thread, context, site);
      }
      if (repeat(chunk, index, state, thread, epoch, context, site)) {
        return false;
      }
    }
    return newRead(shadow, index, thread, context, site);
  }

  /**
   * A write of an element that is in bounds.
   *
   * @return whether it races with an earlier access
   */
  static boolean write(ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    long epoch = thread.epoch;
    long[] chunk = shadow.chunks[index >>> ArrayChunk.BITS];
    int state = ArrayChunk.state(chunk, index);
    if (Epoch.same(chunk[ArrayChunk.pair(state)], epoch)) {
      return false;
    }
    if (DirectChunk.is(chunk)) {
      return directWrite(shadow, chunk, index, thread, context, site);
    }
    return !repeat(chunk, index, state, thread, epoch, context, ~site)
        && newWrite(shadow, index, thread, context, site);
  }

  private static boolean directRead(
      ArrayShadow shadow, long[] chunk, int index, ThreadState thread, long context, int site) {
    long at = DirectChunk.offset(index);
    int outcome = AccessRule.commonRead(chunk, at, at + Long.BYTES, thread, context, site);
    if (outcome == AccessRule.DONE) {
      return false;
    }
    Object array = shadow.get();
    return array != null
        && AccessRule.finishRead(
            outcome, new WordVariable(shadow, array, chunk, index), thread, context, site);
  }

  private static boolean directWrite(
      ArrayShadow shadow, long[] chunk, int index, ThreadState thread, long context, int site) {
    long at = DirectChunk.offset(index);
    int outcome = AccessRule.commonWrite(chunk, at, at + Long.BYTES, thread, context, site);
    if (outcome == AccessRule.DONE) {
      return false;
    }
    Object array = shadow.get();
    return array != null
        && AccessRule.finishWrite(
            outcome, new WordVariable(shadow, array, chunk, index), thread, context, site);
  }

  /**
   * Does what was done at this site with an element of the same state, if that is known.
   *
   * @param site complemented for a write: one site may read and write, as a copy does
   */
  private static boolean repeat(
      long[] chunk, int index, int state, ThreadState thread, long epoch, long context, int site) {
    ThreadArrays.Step step = ThreadArrays.of(thread).step(site);
    if (step != null
        && step.fits(chunk, state, epoch, context, site)
        && ArrayChunk.replaceState(chunk, index, state, step.to)) {
      thread.dirty = true;
      return true;
    }
    return false;
  }

  @DontInline
  private static boolean newRead(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    ElementState now = new ElementState();
    if (!now.load(shadow, index)) {
      return now.words != null && AccessRule.read(now.words, thread, context, site);
    }
    if (thread.optimistic != null) {
      Object array = shadow.get();
      if (array != null) {
        Variable variable = new ElementVariable(shadow, array, index);
        OptimisticReads.note(thread, variable, now.write, context, site);
      }
      return false;
    }
    long epoch = thread.epoch;
    long word = epoch | ContextDepot.index(thread, context, site);
    boolean races = false;
    boolean noted = false;
    now.next = expected(thread, site);
    thread.dirty = true;
    while (!noted) {
      if (Epoch.same(now.write, epoch) || Epoch.same(now.read, epoch)) {
        return races;
      }
      if (now.write != 0 && !thread.covers(now.write)) {
        races |= race(shadow, index, thread, "read", site, now.write, "write");
      }
      if (now.set != null && SharedReads.contains(now.set, epoch)) {
        return races;
      }
      noted = now.noteRead(shadow, index, thread, word);
      if (!noted && !now.load(shadow, index)) {
        return races | (now.words != null && AccessRule.read(now.words, thread, context, site));
      }
    }
    remember(races, now, thread, context, site);
    return races;
  }

  @DontInline
  private static boolean newWrite(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    ElementState now = new ElementState();
    long word = thread.epoch | ContextDepot.index(thread, context, site);
    boolean races = false;
    now.next = expected(thread, ~site);
    thread.dirty = true;
    do {
      if (!now.load(shadow, index)) {
        return races | (now.words != null && AccessRule.write(now.words, thread, context, site));
      }
      races |= conflicts(now, shadow, index, thread, site);
    } while (!now.replace(shadow, index, word, now.set != null ? 0 : now.read, null));
    remember(races, now, thread, context, ~site);
    return races;
  }

  /** Whether a write races with what the state tells. */
  private static boolean conflicts(
      ElementState now, ArrayShadow shadow, int index, ThreadState thread, int site) {
    boolean races = false;
    if (now.write != 0 && !thread.covers(now.write)) {
      races = race(shadow, index, thread, "write", site, now.write, "write");
    }
    if (now.set == null) {
      if (now.read != 0 && !thread.covers(now.read)) {
        races |= race(shadow, index, thread, "write", site, now.read, "read");
      }
      return races;
    }
    for (int i = 0; i < now.set.length; i++) {
      if (!thread.covers(now.set[i])) {
        races |= race(shadow, index, thread, "write", site, now.set[i], "read");
        return races;
      }
    }
    return races;
  }

  /** The state that an element got last at a site. */
  private static int expected(ThreadState thread, int site) {
    ThreadArrays.Step step = ThreadArrays.of(thread).step(site);
    return step == null ? ArrayChunk.MOVED : step.to;
  }

  private static void remember(
      boolean races, ElementState now, ThreadState thread, long context, int site) {
    if (!races) {
      ThreadArrays.of(thread)
          .remember(
              new ThreadArrays.Step(now.chunk, now.state, now.next, site, thread.epoch, context));
    }
  }

  private static boolean race(
      ArrayShadow shadow,
      int index,
      ThreadState thread,
      String op,
      int site,
      long previous,
      String previousOp) {
    Object array = shadow.get();
    return array != null
        && RaceReporter.race(
            new ElementVariable(shadow, array, index), thread, op, site, previous, previousOp);
  }
}
