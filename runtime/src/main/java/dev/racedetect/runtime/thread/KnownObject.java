package dev.racedetect.runtime.thread;

import java.lang.ref.WeakReference;

/**
 * What a thread remembers of an object of the JDK that is data, as {@link ThreadState#lastRead}:
 * refers to the object weakly.
 */
public abstract class KnownObject extends WeakReference<Object> {
  /**
   * Whether its elements are places of their own: one was replaced. Set once, before the first
   * replacement is recorded; read plainly: who is ordered after that sees it, and for others the
   * read is as if it came before.
   */
  public boolean inParts;

  /** Of an object. */
  protected KnownObject(Object object) {
    super(object);
  }
}
