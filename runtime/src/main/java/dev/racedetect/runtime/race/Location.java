package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * The memory that both accesses of a race touch.
 *
 * @param kind one of {@link #FIELD}, {@link #STATIC}, {@link #ARRAY}, {@link #COLLECTION}
 * @param className binary name of the class that declares the field; for arrays the source form of
 *     the array's type, {@code int[]}; for collections the runtime class
 * @param name name of the field; empty for arrays and collections
 * @param index array index, -1 when the location is not an array element
 * @param object class name and identity of the object, {@code Counter@1b2c3d}; null for static
 *     fields
 * @param declaration how the field is declared, {@code private static int total}; of an array its
 *     type with the length, {@code int[1]}; null when it is not known
 * @param value what a field or element held when the race was found, read without any order: {@code
 *     41}, {@code null}, {@code Node@1b2c3d}; null when it is not known
 */
public record Location(
    String kind,
    String className,
    String name,
    int index,
    @Nullable String object,
    @Nullable String declaration,
    @Nullable String value) {

  /** A location whose declaration is not known. */
  public Location(String kind, String className, String name, int index, @Nullable String object) {
    this(kind, className, name, index, object, null, null);
  }

  /** A location whose value is not known. */
  public Location(
      String kind,
      String className,
      String name,
      int index,
      @Nullable String object,
      @Nullable String declaration) {
    this(kind, className, name, index, object, declaration, null);
  }

  /** An instance field. */
  public static final String FIELD = "field";

  /** A static field. */
  public static final String STATIC = "static";

  /** An array element. */
  public static final String ARRAY = "array";

  /** The content of a JDK collection that is not thread-safe. */
  public static final String COLLECTION = "collection";

  /** The field as {@code com.acme.Counter.value}; for arrays and collections their type. */
  public String member() {
    return name.isEmpty() ? className : className + "." + name;
  }

  /**
   * What it is in a few words, the same for every object and element: {@code static field
   * com.acme.Hits.total}, {@code element of int[]}, {@code collection java.util.HashMap}.
   */
  public String describe() {
    return switch (kind) {
      case ARRAY -> "element of " + className;
      case COLLECTION -> "collection " + className;
      case STATIC -> "static field " + member();
      default -> "field " + member();
    };
  }
}
