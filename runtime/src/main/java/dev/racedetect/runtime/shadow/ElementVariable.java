package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;

/** An array element, for the rare accesses that are not plain instructions. */
final class ElementVariable extends Variable {
  private final ArrayShadow shadow;

  /** An element that is in bounds. */
  ElementVariable(ArrayShadow shadow, Object array, int index) {
    super(array, null, null, index);
    this.shadow = shadow;
  }

  @Override
  boolean read(ThreadState thread, long context, int site) {
    return ElementRule.read(shadow, index, thread, context, site);
  }

  @Override
  boolean write(ThreadState thread, long context, int site) {
    return ElementRule.write(shadow, index, thread, context, site);
  }

  @Override
  long writeWord() {
    ElementState now = new ElementState();
    if (now.load(shadow, index)) {
      return now.write;
    }
    return now.words == null ? 0 : now.words.writeWord();
  }

  @Override
  boolean replaceWrite(long expected, long word) {
    ElementState now = new ElementState();
    for (; ; ) {
      if (!now.load(shadow, index)) {
        return now.words == null || now.words.replaceWrite(expected, word);
      }
      if (now.write != expected) {
        return false;
      }
      if (now.replace(shadow, index, word, now.read, now.set)) {
        return true;
      }
    }
  }

  @Override
  boolean onlyReader(long epoch) {
    ElementState now = new ElementState();
    if (now.load(shadow, index)) {
      return now.set == null && Epoch.same(now.read, epoch);
    }
    return now.words == null || now.words.onlyReader(epoch);
  }

  @Override
  long[] readers() {
    ElementState now = new ElementState();
    if (!now.load(shadow, index)) {
      return now.words == null ? new long[0] : now.words.readers();
    }
    if (now.read == 0) {
      return new long[0];
    }
    return now.set != null ? now.set.clone() : new long[] {now.read};
  }

  @Override
  void noteRead(ThreadState thread, long word) {
    ElementState now = new ElementState();
    boolean noted = false;
    while (!noted && now.load(shadow, index)) {
      noted = now.noteRead(shadow, index, thread, word);
    }
    if (now.words != null) {
      now.words.noteRead(thread, word);
    }
  }
}
