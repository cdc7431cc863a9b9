package dev.racedetect.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the class to run among those of one source file: the first in the file that has a main
 * method, as {@code java Main.java} would. Class files do not keep the order of the source, but
 * their line numbers do.
 */
final class MainClasses {

  private MainClasses() {}

  /**
   * The class to run.
   *
   * @param folder class files with line numbers
   * @return binary name; null when no class has a main method
   */
  static @Nullable String first(Path folder) {
    List<Candidate> candidates = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".class")).toList()) {
        Candidate candidate = new Candidate();
        new ClassReader(Files.readAllBytes(path)).accept(candidate, ClassReader.SKIP_FRAMES);
        candidates.add(candidate);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return candidates.stream()
        .filter(candidate -> candidate.topLevel && candidate.mainRank < Candidate.NO_MAIN)
        .min(
            Comparator.<Candidate>comparingInt(candidate -> candidate.mainRank)
                .thenComparingInt(candidate -> candidate.firstLine))
        .map(candidate -> candidate.name.replace('/', '.'))
        .orElse(null);
  }

  /** What of a class file matters for the choice. */
  private static final class Candidate extends ClassVisitor {

    private static final int CLASSIC_MAIN = 0;
    private static final int ANY_MAIN = 1; // JLS 12.1.4 since Java 25
    private static final int NO_MAIN = 2;
    private static final int FIRST_VERSION_WITH_ANY_MAIN = 65; // Java 21, there as a preview

    private String name = "";
    private boolean topLevel = true;
    private boolean anyMain;
    private int mainRank = NO_MAIN;
    private int firstLine = Integer.MAX_VALUE;

    Candidate() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      this.name = name;
      this.anyMain = (version & 0xffff) >= FIRST_VERSION_WITH_ANY_MAIN;
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String outerName, @Nullable String innerName, int access) {
      topLevel &= !name.equals(this.name);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (method.equals("main")) {
        mainRank = Math.min(mainRank, rank(access, descriptor));
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int line, Label start) {
          firstLine = Math.min(firstLine, line);
        }
      };
    }

    private int rank(int access, String descriptor) {
      boolean takesArguments = descriptor.equals("([Ljava/lang/String;)V");
      int publicStatic = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
      if (takesArguments && (access & publicStatic) == publicStatic) {
        return CLASSIC_MAIN;
      }
      boolean allowed = anyMain && (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT)) == 0;
      return allowed && (takesArguments || descriptor.equals("()V")) ? ANY_MAIN : NO_MAIN;
    }
  }
}
