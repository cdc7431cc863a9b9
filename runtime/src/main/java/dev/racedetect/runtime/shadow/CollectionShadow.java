package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.KnownObject;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The shadow state of one JDK object that is data: the words of its structure and, for lists whose
 * elements were replaced, those of the elements; or the words of the value of one map entry. Refers
 * to the object weakly.
 */
final class CollectionShadow extends KnownObject {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long WRITE = UNSAFE.objectFieldOffset(CollectionShadow.class, "write");
  private static final long READ = UNSAFE.objectFieldOffset(CollectionShadow.class, "read");
  private static final long SET = UNSAFE.objectFieldOffset(CollectionShadow.class, "set");

  /**
   * The write word. Changed by {@link AccessRule}; read plainly where a stale value is harmless.
   */
  private long write;

  /** The read word, likewise. */
  private long read;

  /** The readers if there are several; used by {@link AccessRule} only. */
  @SuppressWarnings("unused") // by its offset
  private @Nullable ReadSet set;

  /**
   * What a report names: this one, or that of the map to which the entry belongs, or of the set
   * whose inner map this is (such a map uses the words of its set, too).
   */
  final CollectionShadow owner;

  /** Whether {@link #owner} is a set, and this its inner map. */
  final boolean inner;

  /**
   * Another number for each, never 0; until it is in the table, 0. Written once, before the shadow
   * is reachable for others; who gets it through a race may still see 0.
   */
  long number;

  /** Whether all that belongs to the object has a shadow, too. Never cleared. */
  boolean complete;

  /** The words of the elements; null until one is replaced. Written once, under this monitor. */
  private volatile @Nullable ListElements elements;

  /** Null until something was read; then never replaced, but for a race that loses notes. */
  private @Nullable EarlyReads early;

  CollectionShadow(Object object) {
    super(object);
    owner = this;
    inner = false;
  }

  CollectionShadow(Object part, CollectionShadow owner, boolean inner) {
    super(part);
    this.owner = owner;
    this.inner = inner;
  }

  /** Whether it is the value of an entry. */
  boolean isValue() {
    return owner != this && !inner;
  }

  /** The structure of a collection, or the value of an entry. */
  WordVariable variable(Object object) {
    CollectionShadow words = inner ? owner : this;
    return new WordVariable(words, WRITE, READ, words, SET, object, this, -1);
  }

  /** Whether the last write was in that epoch. Plain: see {@link AccessRule}. */
  boolean writtenIn(long epoch) {
    return Epoch.same((inner ? owner : this).write, epoch);
  }

  /** Whether the last write, or the last read if one thread alone reads, was in that epoch. */
  boolean accessedIn(long epoch) {
    CollectionShadow words = inner ? owner : this;
    return Epoch.same(words.write, epoch) || Epoch.same(words.read, epoch);
  }

  /** The elements' shadow; null if none was ever replaced. */
  @Nullable ListElements elements() {
    return elements;
  }

  /** The elements' shadow, made on first use. */
  ListElements elementsForWrite(ThreadState thread) {
    ListElements e = elements;
    if (e == null) {
      synchronized (this) {
        e = elements;
        if (e == null) {
          e = new ListElements();
          inParts = true;
          elements = e;
          EarlyReads reads = early;
          if (reads != null) {
            reads.replay(e, thread);
          }
        }
      }
    }
    return e;
  }

  /** Notes a read of an element or of the value of an entry that was not replaced so far. */
  void noteEarly(@Nullable Object entry, int index, long word) {
    EarlyReads reads = early;
    if (reads == null) {
      reads = new EarlyReads();
      early = reads;
    }
    reads.note(entry, index, word);
  }

  /** This is the shadow of the value of an entry: it takes over what its map has noted. */
  void takeEarlyReads(Object entry, ThreadState thread) {
    EarlyReads reads = owner.early;
    long word = reads == null ? 0 : reads.of(entry, thread);
    if (word != 0) {
      UNSAFE.compareAndSetLong(this, READ, 0, word);
    }
  }

  /** The object that a report names; null if it is gone. */
  @Nullable Object reported() {
    return owner.get();
  }
}
