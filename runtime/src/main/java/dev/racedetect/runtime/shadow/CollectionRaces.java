package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.RaceFinding;
import org.jspecify.annotations.Nullable;

/**
 * A race inside a JDK class as its user sees it: the stacks begin at the call in the application,
 * and what was called is a word of its own.
 */
final class CollectionRaces {
  /** Written once, at the start. */
  private static volatile ClassPatterns included = ClassPatterns.NONE;

  private static volatile ClassPatterns excluded = ClassPatterns.NONE;

  private CollectionRaces() {}

  static void setChecked(ClassPatterns include, ClassPatterns exclude) {
    included = include;
    excluded = exclude;
  }

  /** Whether the JDK has made one of the accesses, as serialization reads fields. */
  static boolean inJdk(RaceFinding race) {
    return inJdk(race.current().stack()) || inJdk(race.previous().stack());
  }

  private static boolean inJdk(StackTraceElement[] untrimmed) {
    StackTraceElement[] stack = Frames.trim(untrimmed);
    return stack.length > 0 && Frames.isJdk(stack[0]);
  }

  /**
   * Whether both accesses are made for classes that are checked.
   *
   * @param collection whether it is a race for an object that is data; for the elements of arrays,
   *     the instrumenter has chosen what is checked
   */
  static boolean counts(RaceFinding race, boolean collection) {
    StackTraceElement[] current = race.current().stack();
    StackTraceElement[] previous = race.previous().stack();
    return !byJdkAlone(current)
        && !byJdkAlone(previous)
        && (!collection || isChecked(current) && isChecked(previous));
  }

  /**
   * Whether a thread of the JDK works on a buffer or stream, without any frame of the application.
   * Channels and HTTP do so, and what orders them is not all known. Missed so is a race of a method
   * reference ({@code buffer::get}) that the JDK itself runs.
   */
  private static boolean byJdkAlone(StackTraceElement[] stack) {
    if (stack.length == 0 || !Frames.isJdk(stack[0])) {
      return false;
    }
    String name = stack[0].getClassName();
    return name.startsWith("java.nio.") || name.startsWith("java.io.");
  }

  private static boolean isChecked(StackTraceElement[] stack) {
    if (stack.length == 0 || Frames.isJdk(stack[0])) {
      return true;
    }
    String name = stack[0].getClassName();
    return (included.isEmpty() || included.matches(name)) && !excluded.matches(name);
  }

  /**
   * The same race.
   *
   * @param value whether it is one on the value of a map's entry
   */
  static RaceFinding seenByUser(RaceFinding race, boolean value) {
    return new RaceFinding(
        race.location(),
        atCall(race.current(), value),
        atCall(race.previous(), value),
        race.tests(),
        race.afterRelease());
  }

  private static AccessFacts atCall(AccessFacts access, boolean value) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    int first = 0;
    while (first < stack.length && Frames.isJdk(stack[first])) {
      first++;
    }
    String called = called(stack, first, value, access.isRead());
    return new AccessFacts(
        access.op(), access.thread(), Frames.fromCall(stack), access.locks(), called);
  }

  /** The JDK method that the application called, and what it met. */
  private static @Nullable String called(
      StackTraceElement[] stack, int user, boolean value, boolean read) {
    if (user == 0) {
      return null;
    }
    StackTraceElement frame = stack[user == stack.length ? 0 : user - 1];
    String method = frame.getMethodName();
    if (method.equals("<init>")) {
      return "copy";
    }
    boolean put =
        switch (method) {
          case "put", "putIfAbsent", "merge", "compute", "computeIfAbsent" -> true;
          default -> false;
        };
    if (!put || read || frame.getClassName().startsWith("java.nio.")) {
      return method;
    }
    return method + (value ? " of an existing key" : " of a new key");
  }

  /** The class of a map, given that of its entries; any other class as it is. */
  static String mapOf(String className) {
    int inner = className.indexOf('$');
    boolean entry = className.endsWith("Node") || className.endsWith("Entry");
    return className.startsWith("java.util.") && inner > 0 && entry
        ? className.substring(0, inner)
        : className;
  }
}
