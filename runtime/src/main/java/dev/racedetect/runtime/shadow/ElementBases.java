package dev.racedetect.runtime.shadow;

/** Where the first element of arrays of each kind lies, in bytes from the start of the array. */
public final class ElementBases {
  /** Of a {@code byte[]}. */
  public static final long BYTE = ArrayLayout.base(byte[].class);

  private static final long BOOLEAN = ArrayLayout.base(boolean[].class);
  private static final long CHAR = ArrayLayout.base(char[].class);
  private static final long SHORT = ArrayLayout.base(short[].class);
  private static final long INT = ArrayLayout.base(int[].class);
  private static final long FLOAT = ArrayLayout.base(float[].class);
  private static final long DOUBLE = ArrayLayout.base(double[].class);

  private ElementBases() {}

  /** Of arrays of the given class. */
  public static long of(Class<?> array) {
    switch (array.getName().charAt(1)) {
      case 'B':
        return BYTE;
      case 'Z':
        return BOOLEAN;
      case 'C':
        return CHAR;
      case 'S':
        return SHORT;
      case 'I':
        return INT;
      case 'F':
        return FLOAT;
      case 'J':
        return ArrayLayout.LONG_BASE;
      case 'D':
        return DOUBLE;
      default:
        return ArrayLayout.REFERENCE_BASE;
    }
  }
}
