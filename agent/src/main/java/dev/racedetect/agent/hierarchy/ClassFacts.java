package dev.racedetect.agent.hierarchy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the instrumentation needs to know of a class, read from its class file: the class itself is
 * never loaded for it.
 *
 * @param name internal name
 * @param access access flags
 * @param version major class file version
 * @param superName internal name of the superclass, null for {@code java.lang.Object}
 * @param interfaces internal names of the direct superinterfaces
 * @param fields the declared fields
 * @param hasInitializer whether there is a static initialiser
 * @param hasDefaultMethod whether there is a method that is neither abstract nor static: an
 *     interface with one is initialised before a class that implements it (JVMS 5.5)
 * @param crowded whether its constant pool has no room for shadow state of all fields: only
 *     volatile ones have it then. Races on the others are missed, and so is the order that their
 *     being final or their class's initialisation gives.
 */
public record ClassFacts(
    String name,
    int access,
    int version,
    @Nullable String superName,
    List<String> interfaces,
    List<FieldFacts> fields,
    boolean hasInitializer,
    boolean hasDefaultMethod,
    boolean crowded) {

  /** Of 65535 constants (JVMS 4.1), some are left for the hooks in methods. */
  private static final int ROOM = 64_000;

  /** Reads the facts of a class file. */
  public static ClassFacts read(ClassReader reader) {
    List<FieldFacts> fields = new ArrayList<>();
    boolean[] initializer = new boolean[1];
    boolean[] defaults = new boolean[1];
    int[] version = new int[1];
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visit(
              int v,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            version[0] = v & 0xFFFF;
          }

          @Override
          public @Nullable FieldVisitor visitField(
              int access, String name, String desc, String signature, Object value) {
            int index = fields.size();
            fields.add(new FieldFacts(name, desc, access, value != null, false, false));
            return new FieldVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                if (Benign.says(type)) {
                  fields.set(index, new FieldFacts(name, desc, access, value != null, true, false));
                }
                return null;
              }
            };
          }

          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String desc, String signature, String[] exceptions) {
            initializer[0] |= name.equals("<clinit>");
            defaults[0] |= (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0;
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    boolean crowded = constants(reader, fields) > ROOM;
    if (crowded) {
      fields.replaceAll(FieldFacts::withoutShadow);
    }
    return new ClassFacts(
        reader.getClassName(),
        reader.getAccess(),
        version[0],
        reader.getSuperName(),
        List.of(reader.getInterfaces()),
        fields,
        initializer[0],
        defaults[0],
        crowded);
  }

  /** How many constants there will be with the shadow state of all fields, at most. */
  private static long constants(ClassReader reader, List<FieldFacts> fields) {
    long sum = reader.getItemCount();
    for (FieldFacts field : fields) {
      if (!field.constant()) {
        sum += field.isVolatile() ? 10 : field.isFinal() ? 5 : 15;
      }
    }
    return sum;
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Whether it is a record. */
  public boolean isRecord() {
    return "java/lang/Record".equals(superName);
  }

  /** Whether it is public. */
  public boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** The declared field of that name and descriptor; null if there is none. */
  public @Nullable FieldFacts field(String field, String desc) {
    for (FieldFacts f : fields) {
      if (f.name().equals(field) && f.desc().equals(desc)) {
        return f;
      }
    }
    return null;
  }
}
