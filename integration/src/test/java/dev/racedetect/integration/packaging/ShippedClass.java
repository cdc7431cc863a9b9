package dev.racedetect.integration.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** A class file of the shipped jar. */
final class ShippedClass {

  private final ClassReader reader;

  private ShippedClass(ClassReader reader) {
    this.reader = reader;
  }

  /** Reads the classes whose entry names start with the given prefix. */
  static List<ShippedClass> below(JarFile jar, String prefix) {
    List<ShippedClass> classes = new ArrayList<>();
    for (JarEntry entry : jar.stream().toList()) {
      if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".class")) {
        try {
          classes.add(new ShippedClass(new ClassReader(jar.getInputStream(entry).readAllBytes())));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return classes;
  }

  /** Returns the internal name. */
  String name() {
    return reader.getClassName();
  }

  /** Returns the major version of the class file, 61 for Java 17. */
  int majorVersion() {
    return reader.readUnsignedShort(6);
  }

  /** Returns the internal names of all types that this class refers to. */
  Set<String> references() {
    Set<String> names = new TreeSet<>();
    reader.accept(
        new ClassRemapper(
            null,
            new Remapper(Opcodes.ASM9) {
              @Override
              public String map(String internalName) {
                names.add(internalName);
                return internalName;
              }
            }),
        0);
    return names;
  }

  /** Returns {@code method: bootstrap class} of each invokedynamic and dynamic constant. */
  List<String> dynamicSites() {
    List<String> sites = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInvokeDynamicInsn(
                  String target, String type, Handle bootstrap, Object... arguments) {
                sites.add(name() + "." + name + ": " + bootstrap.getOwner());
              }

              @Override
              public void visitLdcInsn(Object value) {
                if (value instanceof ConstantDynamic constant) {
                  sites.add(name() + "." + name + ": " + constant.getBootstrapMethod().getOwner());
                }
              }
            };
          }
        },
        0);
    return sites;
  }
}
