package dev.racedetect.runtime.race;

/** Field declarations as the source has them, made of what a class file says (JVMS 4.3.2, 4.5). */
public final class Declaration {

  private static final int[] FLAGS = {0x0001, 0x0002, 0x0004, 0x0008, 0x0010, 0x0040, 0x0080};
  private static final String[] WORDS = {
    "public", "private", "protected", "static", "final", "volatile", "transient"
  };

  private Declaration() {}

  /**
   * The declaration of a field.
   *
   * @param access its access flags
   * @param descriptor its descriptor
   * @param name its name
   * @return {@code private static java.util.Map[] caches}
   */
  public static String of(int access, String descriptor, String name) {
    StringBuilder out = new StringBuilder(48);
    for (int i = 0; i < FLAGS.length; i++) {
      if ((access & FLAGS[i]) != 0) {
        out.append(WORDS[i]).append(' ');
      }
    }
    int dimensions = 0;
    while (descriptor.charAt(dimensions) == '[') {
      dimensions++;
    }
    out.append(element(descriptor, dimensions));
    for (int i = 0; i < dimensions; i++) {
      out.append("[]");
    }
    return out.append(' ').append(name).toString();
  }

  private static String element(String descriptor, int at) {
    switch (descriptor.charAt(at)) {
      case 'B' -> {
        return "byte";
      }
      case 'C' -> {
        return "char";
      }
      case 'D' -> {
        return "double";
      }
      case 'F' -> {
        return "float";
      }
      case 'I' -> {
        return "int";
      }
      case 'J' -> {
        return "long";
      }
      case 'S' -> {
        return "short";
      }
      case 'Z' -> {
        return "boolean";
      }
      default -> {
        return descriptor.substring(at + 1, descriptor.length() - 1).replace('/', '.');
      }
    }
  }
}
