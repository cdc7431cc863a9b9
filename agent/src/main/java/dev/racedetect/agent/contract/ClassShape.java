package dev.racedetect.agent.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** The fields of a class that is being woven, for arguments like {@code this.sync}. */
final class ClassShape extends ClassVisitor {
  private final Map<String, String> fields = new HashMap<>();

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static ClassShape of(ClassReader reader) {
    ClassShape shape = new ClassShape();
    reader.accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  /** Descriptor of a field, null if the class declares none of the name. */
  @Nullable String field(String name) {
    return fields.get(name);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String desc, @Nullable String signature, @Nullable Object value) {
    fields.put(name, desc);
    return null;
  }
}
