package dev.racedetect.runtime.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Defines the engine's classes in the boot loader. The only class of the engine that stays outside:
 * the agent's loader loads it before the others are there. It needs {@code jdk.internal.misc} open
 * to that loader's module, and calls the JVM without reflection, whose accessors would cost more
 * than all these classes.
 */
public final class EngineClasses {
  /** Signature, in little-endian order, and length of a file's header in a zip (APPNOTE 4.3.7). */
  private static final int FILE_HEADER = 0x04034b50;

  private static final int HEADER_LENGTH = 30;

  private static final String SUFFIX = ".class";

  private final byte[] jar;

  /** Offset and length of the class files that are not defined yet, by internal name. */
  private final Map<String, int[]> pending = new HashMap<>();

  /** Names of all class files, in the order of the jar. */
  private final List<String> names;

  /**
   * The classes of a jar, but this one.
   *
   * @param jar a jar whose entries are not compressed
   * @throws IllegalArgumentException if it is something else
   */
  public EngineClasses(byte[] jar) {
    this.jar = jar;
    this.names = read();
  }

  /**
   * Defines those classes whose names begin like this, and what they extend.
   *
   * @param prefix of internal names
   * @throws LinkageError if a class is refused
   */
  public void define(String prefix) {
    for (String name : names) {
      if (name.startsWith(prefix)) {
        defineOne(name, null);
      }
    }
  }

  /**
   * Defines all classes that are not defined yet.
   *
   * @param change is given each class file and returns what to define; null for what it is
   * @throws LinkageError if a class is refused
   */
  public void defineAll(@Nullable UnaryOperator<byte[]> change) {
    for (String name : names) {
      defineOne(name, change);
    }
  }

  /** Finds the class files; returns their names in the order of the jar. */
  private List<String> read() {
    String own = "dev/racedetect/runtime/boot/";
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at + HEADER_LENGTH <= jar.length && int4(at) == FILE_HEADER) {
      int flags = int2(at + 6);
      int method = int2(at + 8);
      int length = int4(at + 22);
      int nameLength = int2(at + 26);
      int data = at + HEADER_LENGTH + nameLength + int2(at + 28);
      if (method != 0 || (flags & 8) != 0 || length < 0 || length > jar.length - data) {
        throw new IllegalArgumentException("not an uncompressed jar");
      }
      String name = new String(jar, at + HEADER_LENGTH, nameLength, StandardCharsets.US_ASCII);
      if (name.endsWith(SUFFIX) && !name.startsWith(own)) {
        String internal = name.substring(0, name.length() - SUFFIX.length());
        names.add(internal);
        pending.put(internal, new int[] {data, length});
      }
      at = data + length;
    }
    return names;
  }

  private int int2(int at) {
    return jar[at] & 0xFF | (jar[at + 1] & 0xFF) << 8;
  }

  private int int4(int at) {
    return int2(at) | int2(at + 2) << 16;
  }

  /** Defines a class unless it is; first those that it extends, whose absence the JVM reports. */
  private void defineOne(String name, @Nullable UnaryOperator<byte[]> change) {
    int[] place = pending.remove(name);
    while (place != null) {
      try {
        if (change == null) {
          Unsafe.getUnsafe().defineClass(name, jar, place[0], place[1], null, null);
        } else {
          byte[] file = change.apply(Arrays.copyOfRange(jar, place[0], place[0] + place[1]));
          Unsafe.getUnsafe().defineClass(name, file, 0, file.length, null, null);
        }
        return;
      } catch (NoClassDefFoundError e) {
        String missing = e.getMessage();
        if (missing == null || !pending.containsKey(missing)) {
          throw e;
        }
        defineOne(missing, change);
      }
    }
  }
}
