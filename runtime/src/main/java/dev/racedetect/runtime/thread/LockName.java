package dev.racedetect.runtime.thread;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A lock as the list of locks held and its history name it. What synchronises through the lock is
 * derived from it, so that the entry of a held lock leads to the lock's clock without a look-up.
 */
public class LockName {
  /** The lock itself, a {@link Weak} that leads to it, or null until it is first held. */
  private @Nullable Object target;

  /** A lock whose clock is kept in a weak table: the clock must not keep it alive. */
  private static final class Weak extends WeakReference<Object> {
    final String type;
    final int hash;

    Weak(Object lock) {
      super(lock);
      type = typeOf(lock);
      hash = System.identityHashCode(lock);
    }

    Weak(Weak original) {
      super(null);
      type = original.type;
      hash = original.hash;
    }
  }

  /**
   * Names a lock.
   *
   * @param lock the lock, if it refers to this object itself; null for one that is named later
   */
  protected LockName(@Nullable Object lock) {
    this.target = lock;
  }

  /** Names a lock that must not be kept alive, unless it is named already. */
  public final void nameWeakly(Object lock) {
    if (target == null) {
      target = new Weak(lock);
    }
  }

  /** Whether it is the given lock. */
  public final boolean names(Object lock) {
    Object t = target;
    return t == lock || t instanceof Weak weak && weak.refersTo(lock);
  }

  /** What reports call it: simple class name and identity hash. */
  final String description() {
    Object t = target;
    if (t == null) {
      return "?";
    }
    if (t instanceof Weak weak) {
      return weak.type + "@" + Integer.toHexString(weak.hash);
    }
    return typeOf(t) + "@" + Integer.toHexString(System.identityHashCode(t));
  }

  private static String typeOf(Object lock) {
    if (lock instanceof Class<?> c) {
      return c.getName() + ".class";
    }
    String name = lock.getClass().getTypeName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The same name without the lock, so that the history of an ended thread keeps none. */
  final LockName detached() {
    Object t = target;
    if (t == null) {
      return this;
    }
    return new LockName(new Weak(t instanceof Weak weak ? weak : new Weak(t)));
  }
}
