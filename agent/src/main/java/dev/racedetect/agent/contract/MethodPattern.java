package dev.racedetect.agent.contract;

import org.objectweb.asm.Type;

/**
 * Which methods of a class a row is for: a name with erased simple parameter types, a name with any
 * parameters, or all methods.
 *
 * @param name the name; {@code *} for all methods
 * @param parameters the parameter types between commas; {@code *} for any
 */
record MethodPattern(String name, String parameters) {
  /**
   * Reads {@code name(Type,Type)}, {@code name(*)} or {@code *}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static MethodPattern parse(String text) {
    if (text.equals("*")) {
      return new MethodPattern("*", "*");
    }
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("not a method: " + text);
    }
    return new MethodPattern(text.substring(0, open), text.substring(open + 1, text.length() - 1));
  }

  boolean matches(String method, String descriptor) {
    if (name.equals("*")) {
      return !method.equals("<clinit>");
    }
    return name.equals(method) && (parameters.equals("*") || parameters.equals(erased(descriptor)));
  }

  /** Whether the row is for one method, so that its absence from a JDK is worth a word. */
  boolean isNamed() {
    return !name.equals("*");
  }

  private static String erased(String descriptor) {
    StringBuilder types = new StringBuilder();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (types.length() > 0) {
        types.append(',');
      }
      types.append(simpleName(type.getClassName()));
    }
    return types.toString();
  }

  private static String simpleName(String name) {
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    return name.substring(start);
  }

  @Override
  public String toString() {
    return name.equals("*") ? name : name + "(" + parameters + ")";
  }
}
