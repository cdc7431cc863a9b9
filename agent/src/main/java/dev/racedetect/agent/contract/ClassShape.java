package dev.racedetect.agent.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Where the parts of a class file are that is being woven, read from its bytes (JVMS 4.1): visiting
 * a whole class costs as much as weaving it.
 */
final class ClassShape {
  private final Map<String, String> fields = new HashMap<>();

  /** Offset of each method in the order of the file, and of what comes behind the last. */
  private final int[] methods;

  /** Offset of the first instruction of each method, 0 if it has no code. */
  private final int[] code;

  private final ClassReader reader;
  private final char[] buffer;

  private ClassShape(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
    int at = afterInterfaces();
    int count = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      fields.put(reader.readUTF8(at + 2, buffer), reader.readUTF8(at + 4, buffer));
      at = afterAttributes(at + 6);
    }
    count = reader.readUnsignedShort(at);
    at += 2;
    methods = new int[count + 1];
    code = new int[count];
    for (int i = 0; i < count; i++) {
      methods[i] = at;
      int attribute = attribute("Code", at + 6);
      code[i] = attribute == 0 ? 0 : attribute + 14;
      at = afterAttributes(at + 6);
    }
    methods[count] = at;
  }

  private int afterAttributes(int start) {
    int at = start + 2;
    for (int i = reader.readUnsignedShort(start); i > 0; i--) {
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  /** Where an attribute is among those that start at an offset; 0 if it is not. */
  private int attribute(String name, int start) {
    int at = start + 2;
    for (int i = reader.readUnsignedShort(start); i > 0; i--) {
      if (name.equals(reader.readUTF8(at, buffer))) {
        return at;
      }
      at += 6 + reader.readInt(at + 2);
    }
    return 0;
  }

  static ClassShape of(ClassReader reader) {
    return new ClassShape(reader);
  }

  /** Descriptor of a field, null if the class declares none of the name. */
  @Nullable String field(String name) {
    return fields.get(name);
  }

  /** Offset behind the names of the interfaces. */
  int afterInterfaces() {
    return reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
  }

  int methodCount() {
    return code.length;
  }

  int access(int method) {
    return reader.readUnsignedShort(methods[method]);
  }

  String name(int method) {
    return reader.readUTF8(methods[method] + 2, buffer);
  }

  String descriptor(int method) {
    return reader.readUTF8(methods[method] + 4, buffer);
  }

  /**
   * Offset of a method.
   *
   * @param method its index in the order of the file; the number of methods for what is behind them
   */
  int offset(int method) {
    return methods[method];
  }

  /**
   * Offset of a method's first instruction; the four bytes before it are their length.
   *
   * @return 0 if the method has no code
   */
  int code(int method) {
    return code[method];
  }

  /** Offset of the class's attribute of that name; 0 if it has none. */
  int attribute(String name) {
    return attribute(name, methods[code.length]);
  }
}
