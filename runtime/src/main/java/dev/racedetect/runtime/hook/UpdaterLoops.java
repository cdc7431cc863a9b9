package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The updates by a function of field updaters, step by step: the function runs after the read has
 * acquired and before the write releases, and may run several times.
 */
public final class UpdaterLoops {
  private static final int GET = Effect.READ | Effect.ACQUIRE;
  private static final int SET = GET | Effect.WRITE | Effect.RELEASE;

  private UpdaterLoops() {}

  /** getAndUpdate of an int field. */
  public static <T> int getAndUpdate(
      AtomicIntegerFieldUpdater<T> updater,
      T object,
      IntUnaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndUpdate(object, function);
    }
    return update(updater, object, function, null, 0, true, thread, context, site);
  }

  /** updateAndGet of an int field. */
  public static <T> int updateAndGet(
      AtomicIntegerFieldUpdater<T> updater,
      T object,
      IntUnaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.updateAndGet(object, function);
    }
    return update(updater, object, function, null, 0, false, thread, context, site);
  }

  /** getAndAccumulate of an int field. */
  public static <T> int getAndAccumulate(
      AtomicIntegerFieldUpdater<T> updater,
      T object,
      int operand,
      IntBinaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndAccumulate(object, operand, function);
    }
    return update(updater, object, null, function, operand, true, thread, context, site);
  }

  /** accumulateAndGet of an int field. */
  public static <T> int accumulateAndGet(
      AtomicIntegerFieldUpdater<T> updater,
      T object,
      int operand,
      IntBinaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.accumulateAndGet(object, operand, function);
    }
    return update(updater, object, null, function, operand, false, thread, context, site);
  }

  private static <T> int update(
      AtomicIntegerFieldUpdater<T> updater,
      T object,
      @Nullable IntUnaryOperator unary,
      @Nullable IntBinaryOperator binary,
      int operand,
      boolean previous,
      ThreadState thread,
      long context,
      int site) {
    Place place = UpdaterHooks.place(updater, object);
    for (; ; ) {
      int before = updater.get(object);
      PlaceHooks.after(place, GET, thread, context, site);
      int after = applyInt(unary, binary, before, operand);
      Object attempt = PlaceHooks.attempt(place, SET, thread);
      boolean done = updater.compareAndSet(object, before, after);
      PlaceHooks.settle(place, attempt, done, SET, thread, context, site);
      if (done) {
        return previous ? before : after;
      }
    }
  }

  /** getAndUpdate of a long field. */
  public static <T> long getAndUpdate(
      AtomicLongFieldUpdater<T> updater,
      T object,
      LongUnaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndUpdate(object, function);
    }
    return update(updater, object, function, null, 0, true, thread, context, site);
  }

  /** updateAndGet of a long field. */
  public static <T> long updateAndGet(
      AtomicLongFieldUpdater<T> updater,
      T object,
      LongUnaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.updateAndGet(object, function);
    }
    return update(updater, object, function, null, 0, false, thread, context, site);
  }

  /** getAndAccumulate of a long field. */
  public static <T> long getAndAccumulate(
      AtomicLongFieldUpdater<T> updater,
      T object,
      long operand,
      LongBinaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndAccumulate(object, operand, function);
    }
    return update(updater, object, null, function, operand, true, thread, context, site);
  }

  /** accumulateAndGet of a long field. */
  public static <T> long accumulateAndGet(
      AtomicLongFieldUpdater<T> updater,
      T object,
      long operand,
      LongBinaryOperator function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.accumulateAndGet(object, operand, function);
    }
    return update(updater, object, null, function, operand, false, thread, context, site);
  }

  private static <T> long update(
      AtomicLongFieldUpdater<T> updater,
      T object,
      @Nullable LongUnaryOperator unary,
      @Nullable LongBinaryOperator binary,
      long operand,
      boolean previous,
      ThreadState thread,
      long context,
      int site) {
    Place place = UpdaterHooks.place(updater, object);
    for (; ; ) {
      long before = updater.get(object);
      PlaceHooks.after(place, GET, thread, context, site);
      long after = applyLong(unary, binary, before, operand);
      Object attempt = PlaceHooks.attempt(place, SET, thread);
      boolean done = updater.compareAndSet(object, before, after);
      PlaceHooks.settle(place, attempt, done, SET, thread, context, site);
      if (done) {
        return previous ? before : after;
      }
    }
  }

  /** getAndUpdate of a reference field. */
  public static <T, V> V getAndUpdate(
      AtomicReferenceFieldUpdater<T, V> updater,
      T object,
      UnaryOperator<V> function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndUpdate(object, function);
    }
    return update(updater, object, function, null, null, true, thread, context, site);
  }

  /** updateAndGet of a reference field. */
  public static <T, V> V updateAndGet(
      AtomicReferenceFieldUpdater<T, V> updater,
      T object,
      UnaryOperator<V> function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.updateAndGet(object, function);
    }
    return update(updater, object, function, null, null, false, thread, context, site);
  }

  /** getAndAccumulate of a reference field. */
  public static <T, V> V getAndAccumulate(
      AtomicReferenceFieldUpdater<T, V> updater,
      T object,
      V operand,
      BinaryOperator<V> function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.getAndAccumulate(object, operand, function);
    }
    return update(updater, object, null, function, operand, true, thread, context, site);
  }

  /** accumulateAndGet of a reference field. */
  public static <T, V> V accumulateAndGet(
      AtomicReferenceFieldUpdater<T, V> updater,
      T object,
      V operand,
      BinaryOperator<V> function,
      ThreadState thread,
      long context,
      int site) {
    if (!UpdaterHooks.ofTheJdk(updater)) {
      return updater.accumulateAndGet(object, operand, function);
    }
    return update(updater, object, null, function, operand, false, thread, context, site);
  }

  private static <T, V> V update(
      AtomicReferenceFieldUpdater<T, V> updater,
      T object,
      @Nullable UnaryOperator<V> unary,
      @Nullable BinaryOperator<V> binary,
      @Nullable V operand,
      boolean previous,
      ThreadState thread,
      long context,
      int site) {
    Place place = UpdaterHooks.place(updater, object);
    for (; ; ) {
      V before = updater.get(object);
      PlaceHooks.after(place, GET, thread, context, site);
      V after = applyReference(unary, binary, before, operand);
      Object attempt = PlaceHooks.attempt(place, SET, thread);
      boolean done = updater.compareAndSet(object, before, after);
      PlaceHooks.settle(place, attempt, done, SET, thread, context, site);
      if (done) {
        return previous ? before : after;
      }
    }
  }

  private static int applyInt(
      @Nullable IntUnaryOperator unary,
      @Nullable IntBinaryOperator binary,
      int before,
      int operand) {
    if (unary != null) {
      return unary.applyAsInt(before);
    }
    if (binary == null) {
      throw new NullPointerException();
    }
    return binary.applyAsInt(before, operand);
  }

  private static long applyLong(
      @Nullable LongUnaryOperator unary,
      @Nullable LongBinaryOperator binary,
      long before,
      long operand) {
    if (unary != null) {
      return unary.applyAsLong(before);
    }
    if (binary == null) {
      throw new NullPointerException();
    }
    return binary.applyAsLong(before, operand);
  }

  private static <V> V applyReference(
      @Nullable UnaryOperator<V> unary,
      @Nullable BinaryOperator<V> binary,
      V before,
      @Nullable V operand) {
    if (unary != null) {
      return unary.apply(before);
    }
    if (binary == null) {
      throw new NullPointerException();
    }
    return binary.apply(before, operand);
  }
}
