package dev.racedetect.runtime.escape;

import org.jspecify.annotations.Nullable;

/**
 * What a report needs of an exception, without keeping the exception itself alive: its collection
 * is the proof that nobody can look at it any more. The stack is made readable only for a report.
 */
final class ThrowableCopy extends Throwable {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_CHAIN = 20;

  private final String className;
  private final @Nullable String message;
  private final transient @Nullable ThrowableCopy next;

  private ThrowableCopy(Throwable of, int chain) {
    super(null, null, false, true);
    className = of.getClass().getName();
    message = ThrowableFields.message(of);
    ThrowableFields.shareStack(of, this);
    Throwable cause = chain == 0 ? null : ThrowableFields.cause(of);
    next = cause == null ? null : new ThrowableCopy(cause, chain - 1);
  }

  static ThrowableCopy of(Throwable thrown) {
    return new ThrowableCopy(thrown, LONGEST_CHAIN);
  }

  /** Called by the constructor: the stack is that of another exception. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing to guard
  public Throwable fillInStackTrace() {
    return this;
  }

  /** Binary name of the exception's class. */
  String className() {
    return className;
  }

  /** The readable form. */
  Fault fault() {
    ThrowableCopy cause = next;
    return new Fault(className, message, getStackTrace(), cause == null ? null : cause.fault());
  }
}
