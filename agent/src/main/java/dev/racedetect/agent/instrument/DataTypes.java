package dev.racedetect.agent.instrument;

import java.util.HashSet;
import java.util.Set;

/** The static types of objects of the JDK that may be data: its thread-unsafe classes. */
public final class DataTypes {
  private static final String[] INTERFACES = {
    "java/lang/Iterable",
    "java/nio/ByteBuffer",
    "java/nio/CharBuffer",
    "java/nio/DoubleBuffer",
    "java/nio/FloatBuffer",
    "java/nio/IntBuffer",
    "java/nio/LongBuffer",
    "java/nio/MappedByteBuffer",
    "java/nio/ShortBuffer",
    "java/sql/Date",
    "java/sql/Time",
    "java/sql/Timestamp",
    "java/text/BreakIterator",
    "java/text/CharacterIterator",
    "java/util/AbstractCollection",
    "java/util/AbstractList",
    "java/util/AbstractMap",
    "java/util/AbstractQueue",
    "java/util/AbstractSequentialList",
    "java/util/AbstractSet",
    "java/util/Collection",
    "java/util/Deque",
    "java/util/EnumSet",
    "java/util/HashSet",
    "java/util/LinkedHashSet",
    "java/util/Iterator",
    "java/util/List",
    "java/util/ListIterator",
    "java/util/Map",
    "java/util/NavigableMap",
    "java/util/NavigableSet",
    "java/util/PrimitiveIterator$OfDouble",
    "java/util/PrimitiveIterator$OfInt",
    "java/util/PrimitiveIterator$OfLong",
    "java/util/Queue",
    "java/util/SequencedCollection",
    "java/util/SequencedMap",
    "java/util/SequencedSet",
    "java/util/Set",
    "java/util/Spliterator",
    "java/util/SortedMap",
    "java/util/SortedSet",
    "java/util/TreeSet",
    "java/text/Format",
    "java/text/NumberFormat",
    "java/util/stream/BaseStream",
    "java/util/stream/DoubleStream",
    "java/util/stream/IntStream",
    "java/util/stream/LongStream",
    "java/util/stream/Stream",
    "java/util/random/RandomGenerator",
    "java/util/zip/Checksum",
    "org/w3c/dom/Attr",
    "org/w3c/dom/Document",
    "org/w3c/dom/DocumentFragment",
    "org/w3c/dom/Element",
    "org/w3c/dom/Node",
    "org/w3c/dom/NodeList",
    "org/w3c/dom/Text",
    "javax/xml/parsers/DocumentBuilder",
    "javax/xml/parsers/DocumentBuilderFactory",
    "javax/xml/parsers/SAXParser",
    "javax/xml/parsers/SAXParserFactory",
    "javax/xml/stream/XMLStreamReader",
    "javax/xml/transform/Transformer",
    "javax/xml/transform/TransformerFactory",
    "javax/xml/validation/Validator",
    "javax/xml/xpath/XPath",
    "javax/xml/xpath/XPathExpression",
    "javax/xml/xpath/XPathFactory",
  };

  private final Set<String> names;
  private final Set<String> classes;

  /**
   * Makes the set.
   *
   * @param classes internal names of the classes that are data; empty if nothing is watched
   */
  public DataTypes(Set<String> classes) {
    this.classes = Set.copyOf(classes);
    names = new HashSet<>(classes);
    if (!classes.isEmpty()) {
      names.addAll(Set.of(INTERFACES));
    }
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether an object of a static type may be data. */
  boolean contains(String internalName) {
    return names.contains(internalName);
  }

  /** Whether a field or argument of that descriptor may hold data. */
  boolean holds(String desc) {
    return desc.startsWith("L") && names.contains(desc.substring(1, desc.length() - 1));
  }

  /**
   * Whether an array of a type given in internal form, as {@code [Ljava/util/Map;}, may hold data.
   */
  boolean areIn(String arrayType) {
    int element = arrayType.lastIndexOf('[') + 1;
    return element > 0 && holds(arrayType.substring(element));
  }

  /** Whether objects of direct subclasses are data. */
  boolean isData(String internalName) {
    return classes.contains(internalName)
        || names.contains(internalName) && internalName.endsWith("Set");
  }
}
