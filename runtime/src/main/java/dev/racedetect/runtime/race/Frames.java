package dev.racedetect.runtime.race;

/**
 * Stack frames as reports show them: without the detector's own, without module and class loader.
 */
public final class Frames {

  private static final String RUNTIME_PACKAGE = "dev.racedetect.runtime.";
  private static final String INJECTED = "$rd$";

  private Frames() {}

  /**
   * Removes the detector's frames: leading frames of its runtime, and injected methods wherever
   * they are.
   *
   * @param stack a stack, innermost frame first
   * @return the application's part of it, possibly empty; never {@code stack} itself
   */
  public static StackTraceElement[] trim(StackTraceElement[] stack) {
    int first = 0;
    while (first < stack.length && stack[first].getClassName().startsWith(RUNTIME_PACKAGE)) {
      first++;
    }
    int kept = 0;
    for (int i = first; i < stack.length; i++) {
      if (!isInjected(stack[i])) {
        kept++;
      }
    }
    StackTraceElement[] result = new StackTraceElement[kept];
    int next = 0;
    for (int i = first; i < stack.length; i++) {
      if (!isInjected(stack[i])) {
        result[next++] = stack[i];
      }
    }
    return result;
  }

  /**
   * Removes the frames of methods that have called their own checked form: these have no line
   * although the form has one. So it does with those of a method without line that has called
   * another one of its class and name that has one, which compilers do not make.
   *
   * @param stack a stack, innermost frame first
   * @return the same array if there is none
   */
  public static StackTraceElement[] withoutForms(StackTraceElement[] stack) {
    int callers = 0;
    for (int i = 1; i < stack.length; i++) {
      if (callsForm(stack[i], stack[i - 1])) {
        callers++;
      }
    }
    if (callers == 0) {
      return stack;
    }
    StackTraceElement[] result = new StackTraceElement[stack.length - callers];
    result[0] = stack[0];
    int next = 1;
    for (int i = 1; i < stack.length; i++) {
      if (!callsForm(stack[i], stack[i - 1])) {
        result[next++] = stack[i];
      }
    }
    return result;
  }

  private static boolean callsForm(StackTraceElement frame, StackTraceElement called) {
    return frame.getLineNumber() < 0
        && called.getLineNumber() > 0
        && frame.getMethodName().equals(called.getMethodName())
        && frame.getClassName().equals(called.getClassName());
  }

  /** Whether a frame is the JDK's. */
  public static boolean isJdk(StackTraceElement frame) {
    return StableNames.isJdk(frame.getClassName());
  }

  private static boolean isInjected(StackTraceElement frame) {
    return frame.getMethodName().startsWith(INJECTED);
  }

  /**
   * The stack from the innermost frame that is not the JDK's: the call in the application.
   *
   * @param stack a stack, innermost frame first
   * @return part of the stack; all of it if every frame is the JDK's
   */
  public static StackTraceElement[] fromCall(StackTraceElement[] stack) {
    int first = 0;
    while (first < stack.length && isJdk(stack[first])) {
      first++;
    }
    if (first == 0 || first == stack.length) {
      return stack;
    }
    StackTraceElement[] users = new StackTraceElement[stack.length - first];
    System.arraycopy(stack, first, users, 0, users.length);
    return users;
  }

  /** Whether a class is the JDK's. */
  public static boolean isJdk(String className) {
    return StableNames.isJdk(className);
  }

  /**
   * Appends a frame as {@code com.acme.Counter.inc(Counter.java:12)}.
   *
   * @param out receives the text
   * @param frame the frame
   * @param stripPrefix prefix that is cut from the file name, usually empty
   */
  public static void append(StringBuilder out, StackTraceElement frame, String stripPrefix) {
    out.append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(');
    appendPlace(out, frame, stripPrefix);
    out.append(')');
  }

  /**
   * Appends the place of a frame as {@code Counter.java:12}, {@code Native Method} or {@code
   * Unknown Source}.
   *
   * @param out receives the text
   * @param frame the frame
   * @param stripPrefix prefix that is cut from the file name, usually empty
   */
  public static void appendPlace(StringBuilder out, StackTraceElement frame, String stripPrefix) {
    String file = frame.getFileName();
    if (frame.isNativeMethod()) {
      out.append("Native Method");
    } else if (file == null) {
      out.append("Unknown Source");
    } else {
      out.append(file.startsWith(stripPrefix) ? file.substring(stripPrefix.length()) : file);
      if (frame.getLineNumber() >= 0) {
        out.append(':').append(frame.getLineNumber());
      }
    }
  }
}
