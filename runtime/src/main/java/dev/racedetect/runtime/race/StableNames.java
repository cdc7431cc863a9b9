package dev.racedetect.runtime.race;

/**
 * Names of classes and methods without the numbers that change from run to run or with an unrelated
 * edit of the source.
 */
public final class StableNames {

  private StableNames() {}

  /**
   * A method name without the counter of lambdas and access methods: {@code lambda$run$3} becomes
   * {@code lambda$run}, {@code access$100} becomes {@code access}; likewise Kotlin's {@code
   * run$lambda$3$lambda$2} and Scala's {@code $anonfun$run$3}.
   */
  static String ofMethod(String name) {
    if (name.startsWith("lambda$")
        || name.startsWith("access$")
        || name.startsWith("$anonfun$")) {
      return withoutTrailingNumber(name);
    }
    String marker = "$lambda$";
    int at = name.indexOf(marker);
    if (at < 0) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    int from = 0;
    while (at >= 0) {
      int end = at + marker.length();
      out.append(name, from, end);
      while (end < name.length() && isDigit(name.charAt(end))) {
        end++;
      }
      from = end;
      at = name.indexOf(marker, from);
    }
    return out.append(name, from, name.length()).toString();
  }

  /**
   * A class name without the address of hidden classes ({@code A$$Lambda/0x0000ab} and, on older
   * JVMs, {@code A$$Lambda$14/0x00cd}) and without the number of proxies ({@code $Proxy12}).
   */
  static String ofClass(String name) {
    int end = name.indexOf('/');
    String result = end < 0 ? name : name.substring(0, end);
    int lambda = result.indexOf("$$Lambda");
    if (lambda >= 0) {
      return result.substring(0, lambda + "$$Lambda".length());
    }
    if (result.startsWith("$Proxy", result.lastIndexOf('.') + 1)) {
      return withoutTrailingNumber(result);
    }
    return result;
  }

  /**
   * Whether a class is the JDK's. Its frames change from version to version, and with the way the
   * JVM makes a reflective call or runs a virtual thread.
   */
  public static boolean isJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.");
  }

  private static String withoutTrailingNumber(String name) {
    int end = name.length();
    while (end > 0 && isDigit(name.charAt(end - 1))) {
      end--;
    }
    if (end == name.length()) {
      return name;
    }
    return end > 0 && name.charAt(end - 1) == '$'
        ? name.substring(0, end - 1)
        : name.substring(0, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
