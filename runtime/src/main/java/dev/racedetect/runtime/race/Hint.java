package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * The patterns that hints are given for. Each has a page of its name in {@code docs/hints} that
 * says which rule is violated and what the corrected code looks like.
 */
public enum Hint {
  /** A variable captured by a lambda, as array of length 1 or a holder of the compiler's. */
  CAPTURED_HOLDER(
      "captured-holder",
      "a variable that a lambda writes through a holder is shared like any other; use an atomic class,"
          + " or return the value through the future"),
  /** The object was published without synchronization. */
  UNSAFE_PUBLICATION(
      "unsafe-publication",
      "the object reached the other thread without synchronization after its constructor wrote the"
          + " field; publish it through a final or volatile field, a lock or a concurrent collection"),
  /** A collection that is not thread-safe. */
  SHARED_COLLECTION(
      "shared-collection",
      "this collection is not thread-safe; guard every access with one lock or use a class of"
          + " java.util.concurrent"),
  /** A write under a read lock. */
  READ_LOCK_WRITE(
      "read-lock-write",
      "a write is made under a read lock, which many threads hold at a time; take the write lock"),
  /** Locks on values that are shared or replaced by the JDK. */
  BOXED_LOCK(
      "boxed-lock",
      "the lock is a boxed value or a string: each new value is another lock; lock on a private final"
          + " Object"),
  /** One statement, several lock objects. */
  REASSIGNED_LOCK(
      "reassigned-lock",
      "the same statement has locked two different objects: the lock is reassigned, or each instance"
          + " has its own for data that they share; make it final, and static for static data"),
  /** Both hold locks, but no common one. */
  DIFFERENT_LOCKS(
      "different-locks",
      "the two accesses hold different locks; a lock orders only threads that use the same one"),
  /** Only one side holds a lock. */
  LOCK_ON_ONE_SIDE(
      "lock-on-one-side",
      "only one of the two accesses holds a lock; the other needs the same lock"),
  /** The submitter goes on writing what the task reads. */
  SUBMITTED_THEN_MUTATED(
      "submitted-then-mutated",
      "the thread that handed over the task goes on to use what it handed over; do that before it"
          + " submits or after it has waited for the result, or hand over a copy"),
  /** A release that was acquired came before the write. */
  RELEASED_TOO_EARLY(
      "released-too-early",
      "the two threads did synchronise, but the write came after the release that the other thread has"
          + " acquired; write first, then call countDown(), put(), unlock() or what it was"),
  /** The creator reads the result without waiting. */
  NOT_WAITED(
      "not-waited",
      "the thread that started the other one, or submitted its task, reads what that one writes and has"
          + " not waited for it; a sleep orders nothing, use join(), get() or await()"),
  /** Lazy initialisation of a plain field. */
  LAZY_INITIALISATION(
      "lazy-initialisation",
      "a field that is filled on first use needs to be volatile, with a second check under a lock, or"
          + " a holder class; else another thread may see the reference before the content"),
  /** A cache of a value that any thread may compute again. */
  RACY_SINGLE_CHECK(
      "racy-single-check",
      "info: harmless only if the method reads the field once into a local variable, and every thread"
          + " computes the same value; volatile costs little and removes the doubt"),
  /** Two writers without any lock. */
  UNLOCKED_UPDATE(
      "unlocked-update",
      "no lock is held on either side and both write; volatile alone does not make read-modify-write"
          + " atomic, use a lock or an atomic class"),
  /** Elements of an array without any lock. */
  ARRAY_ELEMENT(
      "array-element",
      "no lock is held on either side; a volatile array field orders the reference, not the elements,"
          + " use an Atomic...Array or a lock"),
  /** No lock at all. */
  NO_LOCK(
      "no-lock", "no lock is held on either side; use a lock, a volatile field or an atomic class");

  private final String id;
  private final String sentence;

  Hint(String id, String sentence) {
    this.id = id;
    this.sentence = sentence;
  }

  /** Its name in documents, {@code lock-on-one-side}. */
  public String id() {
    return id;
  }

  /** What it says, without full stop. */
  public String sentence() {
    return sentence;
  }

  /**
   * The pattern that a sentence is of.
   *
   * @param text a hint as a report has it, perhaps with particulars at its end
   * @return null when it is of none, as when another version wrote it
   */
  public static @Nullable Hint of(String text) {
    for (Hint hint : values()) {
      if (text.startsWith(hint.sentence)) {
        return hint;
      }
    }
    return null;
  }
}
