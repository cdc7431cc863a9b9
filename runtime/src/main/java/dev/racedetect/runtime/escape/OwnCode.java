package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.FingerprintSet;
import dev.racedetect.runtime.race.StableNames;

/**
 * Tells the program's own classes from those of libraries: by option {@code app} where it is given,
 * else by where they were loaded from, which the agent decides as they are loaded.
 */
public final class OwnCode {
  /** Names of the program's own classes; its own lock guards it. */
  private static final FingerprintSet NAMES = new FingerprintSet();

  /** Set once at start. */
  private static volatile ClassPatterns app = ClassPatterns.NONE;

  private OwnCode() {}

  static void patterns(ClassPatterns patterns) {
    app = patterns;
  }

  /** Notes the binary name of one of the program's own classes. */
  public static void add(String className) {
    synchronized (NAMES) {
      NAMES.add(className);
    }
  }

  /** Whether a class, or the class that a lambda of that name stands in, is the program's own. */
  static boolean owns(String className) {
    String name = className;
    int hidden = name.indexOf("$$Lambda");
    if (hidden > 0) {
      name = name.substring(0, hidden);
    }
    hidden = name.indexOf('/');
    if (hidden > 0) {
      name = name.substring(0, hidden);
    }
    if (!app.isEmpty()) {
      return app.matches(name);
    }
    synchronized (NAMES) {
      return NAMES.contains(name);
    }
  }

  /**
   * Whether the function that let an exception out to the JDK's machinery is the program's own: the
   * outermost frame outside of the JDK on the near side of that machinery.
   */
  static boolean threw(StackTraceElement[] stack, String machinery) {
    int end = 0;
    while (end < stack.length && !stack[end].getClassName().startsWith(machinery)) {
      end++;
    }
    if (end == stack.length) {
      return false;
    }
    for (int i = end - 1; i >= 0; i--) {
      if (!StableNames.isJdk(stack[i].getClassName())) {
        return owns(stack[i].getClassName());
      }
    }
    return false;
  }

  /**
   * Whether it was code of the program's own that threw: the innermost frame outside of the JDK.
   */
  static boolean threwItself(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (!StableNames.isJdk(frame.getClassName())) {
        return owns(frame.getClassName());
      }
    }
    return false;
  }

  /** Whether the caller that completed a stage by hand is the program's own. */
  static boolean completes(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (!name.startsWith("java.util.concurrent.CompletableFuture")) {
        return owns(name);
      }
    }
    return false;
  }

  /** Whether any frame is the program's own. */
  static boolean appearsIn(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (owns(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }
}
