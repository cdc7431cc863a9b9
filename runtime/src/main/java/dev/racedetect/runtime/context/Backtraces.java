package dev.racedetect.runtime.context;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own form of a stack refers to the classes of its frames, so whoever keeps it keeps
 * their class loaders from being unloaded. Where that matters, because they are others than those
 * of the JDK and of the class path, the stack is kept as frames instead, each of which exists once.
 */
public final class Backtraces {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long BACKTRACE = UNSAFE.objectFieldOffset(Throwable.class, "backtrace");
  private static final long STACK = UNSAFE.objectFieldOffset(Throwable.class, "stackTrace");

  /** The JVM's form is a chain of arrays of arrays; what is nested deeper is no part of it. */
  private static final int DEEPEST = 64;

  private static @Nullable StackTraceElement[] frames = new StackTraceElement[1 << 10];
  private static int count;

  private Backtraces() {}

  /** Makes a throwable, which nobody else knows yet, keep no class loader that may be unloaded. */
  public static void letGo(Throwable of) {
    if (pins(UNSAFE.getReference(of, BACKTRACE), 0)) {
      StackTraceElement[] readable = of.getStackTrace();
      share(readable);
      UNSAFE.putReference(of, STACK, readable);
      UNSAFE.putReference(of, BACKTRACE, null);
    }
  }

  /**
   * Makes a throwable, which nobody else knows yet, keep its innermost frames only, as references
   * to frames each of which exists once.
   *
   * @return how many it keeps
   */
  static int shorten(Throwable of, int most) {
    StackTraceElement[] all = of.getStackTrace();
    int length = Math.min(most, all.length);
    StackTraceElement[] kept = new StackTraceElement[length];
    System.arraycopy(all, 0, kept, 0, length);
    share(kept);
    UNSAFE.putReference(of, STACK, kept);
    UNSAFE.putReference(of, BACKTRACE, null);
    return length;
  }

  /** Looks at all classes in it, whatever the version of the JVM arranges them like. */
  private static boolean pins(@Nullable Object part, int depth) {
    if (part instanceof Class<?> type) {
      return !staysForever(type.getClassLoader());
    }
    if (part instanceof Object[] array && depth < DEEPEST) {
      Object before = null;
      for (Object element : array) {
        if (element != before && element != null && pins(element, depth + 1)) {
          return true;
        }
        before = element;
      }
    }
    return false;
  }

  private static boolean staysForever(@Nullable ClassLoader loader) {
    return loader == null
        || loader == ClassLoader.getSystemClassLoader()
        || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Replaces frames by equal ones that are known. */
  private static synchronized void share(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      StackTraceElement frame = stack[i];
      if (frame != null) {
        stack[i] = known(frame);
      }
    }
  }

  private static StackTraceElement known(StackTraceElement frame) {
    @Nullable StackTraceElement[] table = frames;
    int at = place(frame, table.length);
    for (StackTraceElement e = table[at]; e != null; e = table[at]) {
      if (e.equals(frame)) {
        return e;
      }
      at = at + 1 & table.length - 1;
    }
    table[at] = frame;
    if (++count > table.length / 2) {
      widen();
    }
    return frame;
  }

  private static void widen() {
    @Nullable StackTraceElement[] old = frames;
    @Nullable StackTraceElement[] table = new StackTraceElement[old.length * 2];
    for (StackTraceElement frame : old) {
      if (frame != null) {
        int at = place(frame, table.length);
        while (table[at] != null) {
          at = at + 1 & table.length - 1;
        }
        table[at] = frame;
      }
    }
    frames = table;
  }

  private static int place(StackTraceElement frame, int length) {
    int hash = frame.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 15) & length - 1;
  }
}
