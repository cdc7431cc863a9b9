package dev.racedetect.runtime.context;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the writes of constructors that have one site for all their writes of {@code this}:
 * their stacks differ in the line of the innermost frame only, and that follows from the field,
 * which is written in one place.
 */
public final class ConstructorLines {
  /** By site and key of the field; guarded by the class lock. */
  private static final Map<Integer, Map<String, Integer>> LINES = new HashMap<>();

  private ConstructorLines() {}

  /**
   * Notes where a constructor writes its fields.
   *
   * @param site of all these writes
   * @param lines by what identifies a field in its class in names of injected members; without
   *     those that are not known
   */
  public static synchronized void register(int site, Map<String, Integer> lines) {
    LINES.put(site, lines);
  }

  private static synchronized @Nullable Integer line(int site, String field) {
    Map<String, Integer> lines = LINES.get(site);
    return lines == null ? null : lines.get(field);
  }

  /** The stack of a write, of the trace of its constructor's site. */
  static StackTraceElement[] at(StackTraceElement[] frames, int site, String field) {
    Integer line = line(site, field);
    if (line == null) {
      return frames;
    }
    int top = 0;
    while (top < frames.length && ContextTrace.isEngine(frames[top].getClassName())) {
      top++;
    }
    if (top < frames.length) {
      StackTraceElement f = frames[top];
      frames[top] =
          new StackTraceElement(
              f.getClassLoaderName(),
              f.getModuleName(),
              f.getModuleVersion(),
              f.getClassName(),
              f.getMethodName(),
              f.getFileName(),
              line);
    }
    return frames;
  }
}
