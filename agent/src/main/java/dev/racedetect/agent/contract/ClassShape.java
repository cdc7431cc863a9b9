package dev.racedetect.agent.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The fields of a class that is being woven, for arguments like {@code this.sync}, and where the
 * code of its methods is. Read from the class file's bytes (JVMS 4.1): visiting a whole class for
 * it costs as much as weaving it.
 */
final class ClassShape {
  private final Map<String, String> fields = new HashMap<>();

  /** By the methods' order in the file: offset of the first instruction, 0 if there is no code. */
  private final int[] code;

  private ClassShape(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
    int count = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      fields.put(reader.readUTF8(at + 2, buffer), reader.readUTF8(at + 4, buffer));
      at = skipAttributes(reader, at + 6);
    }
    code = new int[reader.readUnsignedShort(at)];
    at += 2;
    for (int i = 0; i < code.length; i++) {
      code[i] = code(reader, at + 6, buffer);
      at = skipAttributes(reader, at + 6);
    }
  }

  private static int skipAttributes(ClassReader reader, int start) {
    int at = start + 2;
    for (int i = reader.readUnsignedShort(start); i > 0; i--) {
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  /** Where the instructions start that the attributes of a method hold. */
  private static int code(ClassReader reader, int start, char[] buffer) {
    int at = start + 2;
    for (int i = reader.readUnsignedShort(start); i > 0; i--) {
      if ("Code".equals(reader.readUTF8(at, buffer))) {
        return at + 14;
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

  /**
   * Offset in the class file of a method's first instruction; the four bytes before it are their
   * length.
   *
   * @param method its index, in the order of the file
   * @return 0 if the method has no code
   */
  int code(int method) {
    return code[method];
  }
}
