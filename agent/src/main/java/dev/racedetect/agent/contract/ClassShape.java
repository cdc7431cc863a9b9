package dev.racedetect.agent.contract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The fields and methods of a class that is being woven, for arguments like {@code this.sync}. */
final class ClassShape extends ClassVisitor {
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();

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

  /** Descriptor of a method without parameters, null if the class declares none of the name. */
  @Nullable String getter(String name) {
    return methods.get(name);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String desc, @Nullable String signature, @Nullable Object value) {
    fields.put(name, desc);
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String desc,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (desc.startsWith("()") && (access & Opcodes.ACC_BRIDGE) == 0) {
      methods.put(name, desc);
    }
    return null;
  }
}
