package dev.racedetect.runtime.report;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.FrameOwner;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.RaceFinding;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The program's own code, and with it which races are none of the program's business.
 *
 * <p>With patterns (option {@code app}) a race is foreign when no frame of either access is of the
 * program's own code. A stack that may lack its outer frames counts as having one.
 *
 * <p>Without patterns it is guessed, and a guess must never silence a race that the program itself
 * made. So a race is foreign only if all of this holds:
 *
 * <ul>
 *   <li>The variable is a field that a library declares. Arrays and collections may have been
 *       handed over by the program.
 *   <li>Every frame of both accesses is a library's or the JDK's, and the outermost is of the
 *       library that declares the field: another that was handed the object works on the program's
 *       data.
 *   <li>That library itself has started both threads, or submitted both tasks to a {@code
 *       ThreadPoolExecutor}. The program may have started the thread on a method of the library
 *       ({@code new Thread(pool::run)}), and no frame would tell; hence what runs in other pools
 *       of the JDK is never foreign.
 *   <li>The library is one beyond doubt, see {@link LibraryJars}, and its package shares not its
 *       first two names with a package of the program's own.
 * </ul>
 *
 * Frames of unknown origin are the program's. What this keeps from being foreign is reported.
 */
final class AppCode implements FrameOwner {

  private static final int PREFIX_NAMES = 2;

  /** Null when they are to be guessed. */
  private final @Nullable ClassPatterns patterns;

  /** Path of the jar of {@code java -jar}; empty for none. */
  private final String jar;

  /** Package of the main class; empty when it is not known. */
  private final String mainPackage;

  private final String workingFolder;

  /**
   * Creates the rule.
   *
   * @param patterns the program's own classes; empty when they are to be guessed
   * @param command the command that the JVM was started with: main class or jar, then arguments
   * @param classPath the class path, which is the jar when one is run
   * @param workingFolder path of the working folder
   */
  AppCode(ClassPatterns patterns, String command, String classPath, String workingFolder) {
    int end = command.indexOf(' ');
    String first = end < 0 ? command : command.substring(0, end);
    boolean isJar = first.endsWith(".jar");
    this.jar = isJar ? canonical(classPath) : "";
    this.mainPackage = isJar ? "" : Origins.packageOf(first.substring(first.lastIndexOf('/') + 1));
    this.workingFolder = canonical(workingFolder);
    // Without a command nothing is known of the program: all is its own.
    boolean guess = patterns.isEmpty() && !first.isEmpty();
    this.patterns = guess ? null : patterns.isEmpty() ? ClassPatterns.parse("*") : patterns;
  }

  private static String canonical(String path) {
    try {
      return new File(path).getCanonicalPath().replace('\\', '/');
    } catch (IOException e) {
      return path;
    }
  }

  @Override
  public boolean owns(StackTraceElement frame) {
    String className = frame.getClassName();
    ClassPatterns own = patterns;
    return !Frames.isJdk(className)
        && (own == null ? library(className) == null : own.matches(className));
  }

  /**
   * The library that a class is of, when that is beyond doubt.
   *
   * @return null for the JDK, the program's own code and what is in doubt
   */
  LibraryJars.@Nullable Library library(String className) {
    ClassPatterns own = patterns;
    if (Frames.isJdk(className) || own != null && own.matches(className)) {
      return null;
    }
    LibraryJars jars = jars();
    String packageName = Origins.packageOf(className);
    LibraryJars.Library library = jars.of(Origins.of(packageName));
    if (library == null || sameFamily(packageName, mainPackage)) {
      return null;
    }
    for (String outside : Origins.packagesOutside(jars)) {
      if (sameFamily(packageName, outside)) {
        return null;
      }
    }
    return library;
  }

  /** The rule about jars, made anew: where the main class comes from is seen only as it loads. */
  private LibraryJars jars() {
    String mainJar = jar;
    if (mainJar.isEmpty() && !mainPackage.isEmpty()) {
      String[] places = Origins.of(mainPackage);
      mainJar = places.length == 0 ? "" : places[0];
    }
    return new LibraryJars(mainJar, workingFolder);
  }

  /** What to call the library that a foreign race is in: its name and version, else a package. */
  String nameOf(RaceFinding race) {
    String declaring = race.location().className();
    if (race.location().name().isEmpty()) {
      for (StackTraceElement frame : race.current().stack()) {
        if (!Frames.isJdk(frame.getClassName())) {
          declaring = frame.getClassName();
          break;
        }
      }
    }
    String packageName = Origins.packageOf(declaring);
    LibraryJars.Library library = jars().of(Origins.of(packageName));
    return library == null ? packageName : library.toString();
  }

  /** Whether two packages begin with the same two names, or with one if one of them has no more. */
  private static boolean sameFamily(String one, String other) {
    String prefix = prefix(one);
    return !prefix.isEmpty() && !other.isEmpty() && prefix.equals(prefix(other));
  }

  private static String prefix(String packageName) {
    int end = -1;
    for (int i = 0; i < PREFIX_NAMES; i++) {
      end = packageName.indexOf('.', end + 1);
      if (end < 0) {
        return packageName;
      }
    }
    return packageName.substring(0, end);
  }

  /** Whether a race is none of the program's business. */
  boolean isForeign(RaceFinding race) {
    if (patterns != null) {
      return !takesPart(race.current()) && !takesPart(race.previous());
    }
    Location location = race.location();
    boolean field =
        location.kind().equals(Location.FIELD) || location.kind().equals(Location.STATIC);
    return field
        && library(location.className()) != null
        && isWithin(location.className(), race.current())
        && isWithin(location.className(), race.previous());
  }

  /** Whether an access has a frame of the program's own code, as far as patterns tell. */
  private boolean takesPart(AccessFacts access) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    for (StackTraceElement frame : stack) {
      if (owns(frame)) {
        return true;
      }
    }
    return !isWhole(stack);
  }

  /**
   * Whether a stack goes down to the bottom of its thread. A stack of an earlier access may end
   * where the paths to it part, and the JVM cuts those that are too deep.
   */
  private static boolean isWhole(StackTraceElement[] stack) {
    if (stack.length == 0) {
      return false;
    }
    StackTraceElement bottom = stack[stack.length - 1];
    return bottom.getMethodName().equals("main") || isBottom(bottom);
  }

  private static boolean isBottom(StackTraceElement frame) {
    String className = frame.getClassName();
    return className.equals("java.lang.Thread")
        || className.equals("java.lang.VirtualThread")
        || className.startsWith("java.lang.ThreadBuilders")
        || className.startsWith("jdk.internal.vm.");
  }

  /** Whether a library does an access all by itself, in a thread or task that it has started. */
  private boolean isWithin(String declaring, AccessFacts access) {
    StackTraceElement[] stack = Frames.trim(access.stack());
    if (!isWhole(stack)) {
      return false;
    }
    int outermost = stack.length - 1;
    while (outermost >= 0 && isBottom(stack[outermost])) {
      outermost--;
    }
    StackTraceElement[] submittedAt = Frames.trim(access.thread().submittedAt());
    boolean pooled = outermost >= 0 && isPool(stack[outermost]);
    if (pooled) {
      while (outermost >= 0 && Frames.isJdk(stack[outermost].getClassName())) {
        outermost--;
      }
    }
    if (outermost < 0 || !isOf(declaring, stack[outermost])) {
      return false;
    }
    for (int i = 0; i < outermost; i++) {
      String className = stack[i].getClassName();
      if (!Frames.isJdk(className) && library(className) == null) {
        return false;
      }
    }
    return hasStarted(declaring, pooled ? submittedAt : Frames.trim(access.thread().createdAt()));
  }

  private static boolean isPool(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.util.concurrent.ThreadPoolExecutor");
  }

  /** Whether the innermost frame outside the JDK is of a library. */
  private boolean hasStarted(String declaring, StackTraceElement[] createdAt) {
    for (StackTraceElement frame : createdAt) {
      if (!Frames.isJdk(frame.getClassName())) {
        return isOf(declaring, frame);
      }
    }
    return false;
  }

  private boolean isOf(String declaring, StackTraceElement frame) {
    return library(frame.getClassName()) != null
        && sameFamily(
            Origins.packageOf(frame.getClassName()), Origins.packageOf(declaring));
  }
}
