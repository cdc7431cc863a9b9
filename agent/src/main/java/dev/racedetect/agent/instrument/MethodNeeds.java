package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.Benign;
import dev.racedetect.agent.hierarchy.ConstructorEscapes;
import dev.racedetect.agent.hierarchy.FreshObjects;
import dev.racedetect.agent.hierarchy.FreshObjects.Constructor;
import dev.racedetect.runtime.thread.Periods;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the methods that need a hook at all; the others are copied as they are. And those whose
 * races are meant to be, by an annotation.
 */
final class MethodNeeds extends ClassVisitor {
  private static final String LAMBDA = "lambda$";

  private final BitSet needed = new BitSet();
  private final Set<String> benign = new HashSet<>();
  private final Map<Integer, Integer> arrayAccesses = new HashMap<>();
  private final Map<Integer, ArrayConstructors.Spill> spills = new HashMap<>();
  private final BitSet loops = new BitSet();
  private final BitSet passing = new BitSet();

  /** Static methods that the program may call for nothing but the initialisation of the class. */
  private final BitSet triggers = new BitSet();

  /** Whether the initialisation of the class may run code of the application. */
  private boolean initialises;

  private final DataTypes data;
  private final Map<Integer, CompoundAssignments.Found> compound = new HashMap<>();
  private final Map<Integer, FreshObjects> fresh = new HashMap<>();
  private final Map<String, FreshObjects> constructors = new HashMap<>();
  private final String className;
  private int method = -1;

  private MethodNeeds(String className, DataTypes data) {
    super(Opcodes.ASM9);
    this.className = className;
    this.data = data;
  }

  /** Looks at all methods of a class. They are told apart by their index in the class file. */
  static MethodNeeds of(ClassReader reader, DataTypes data) {
    MethodNeeds needs = new MethodNeeds(reader.getClassName(), data);
    reader.accept(needs, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return needs;
  }

  /**
   * Whether a method needs hooks.
   *
   * @param index its index in the class file
   */
  boolean hooks(int index) {
    return needed.get(index);
  }

  /** Whether accesses in a method, or in a lambda within it, are not to be checked. */
  boolean benign(String name, String desc) {
    if (benign.isEmpty()) {
      return false;
    }
    int end = name.startsWith(LAMBDA) ? name.lastIndexOf('$') : -1;
    return benign.contains(name + desc)
        || end > LAMBDA.length() && benign.contains(name.substring(LAMBDA.length(), end));
  }

  /** Whether a method has a loop that is closed by a plain jump. */
  boolean loops(int index) {
    return loops.get(index);
  }

  /** Whether a method hands its calling context to any other. */
  boolean passesContext(int index) {
    return passing.get(index);
  }

  /** How many instructions of a method load or store an array element. */
  int arrayAccesses(int index) {
    return arrayAccesses.getOrDefault(index, 0);
  }

  /** The variables that a method needs for arguments of constructors. */
  ArrayConstructors.Spill spill(int index) {
    return spills.getOrDefault(index, ArrayConstructors.Spill.NOTHING);
  }

  /** The compound assignments of a method. */
  CompoundAssignments.Found compound(int index) {
    return compound.getOrDefault(index, CompoundAssignments.Found.NOTHING);
  }

  /** The stores of a method to fields of objects that nobody else knows, on conditions. */
  List<FreshObjects.Store> freshStores(int index) {
    FreshObjects objects = fresh.get(index);
    return objects == null ? List.of() : objects.stores();
  }

  /** What the constructors that keep {@code this} to themselves rely on, by descriptor. */
  Map<String, Set<Constructor>> keepingConstructors() {
    return ConstructorEscapes.kept(constructors);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      @Nullable String superName,
      String[] interfaces) {
    initialises = interfaces.length > 0 || !"java/lang/Object".equals(superName);
  }

  /**
   * A static method that does nothing that needs a hook, a formula say, gets the one for the use of
   * its class only where that may order something: an approximation that saves small methods of
   * classes without static initialisers a look at the state of the thread. What a thread has done
   * before it was the first to use such a class is then not known to one that calls the method.
   */
  @Override
  public void visitEnd() {
    if (initialises) {
      needed.or(triggers);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String desc, String signature, String[] exceptions) {
    method++;
    initialises |= name.equals("<clinit>");
    if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == Opcodes.ACC_STATIC) {
      triggers.set(method);
      if (desc.endsWith(")V")) {
        needed.set(method);
      }
    }
    if ((access & Opcodes.ACC_SYNCHRONIZED) != 0 || name.equals("<clinit>")) {
      needed.set(method);
    }
    CompoundAssignments needs = needs(name, desc);
    if (Periods.SAMPLED) {
      return needs;
    }
    FreshObjects objects = new FreshObjects(className, name, needs);
    fresh.put(method, objects);
    if (name.equals("<init>")) {
      constructors.put(desc, objects);
    }
    return objects;
  }

  private CompoundAssignments needs(String name, String desc) {
    return new CompoundAssignments() {
      private final Set<Label> passed = new HashSet<>();

      @Override
      public void visitLabel(Label label) {
        super.visitLabel(label);
        passed.add(label);
      }

      @Override
      public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        if (opcode == Opcodes.GOTO && passed.contains(label)) {
          loops.set(method);
        }
      }

      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
        if (Benign.says(type)) {
          benign.add(name + desc);
          benign.add(name);
        }
        return null;
      }

      @Override
      public void visitInsn(int opcode) {
        super.visitInsn(opcode);
        if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD
            || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
          arrayAccesses.merge(method, 1, Integer::sum);
          needed.set(method);
        } else if (opcode == Opcodes.MONITORENTER) {
          needed.set(method);
        }
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String type) {
        super.visitFieldInsn(opcode, owner, field, type);
        needed.set(method);
      }

      @Override
      public void visitMethodInsn(int opcode, String owner, String m, String type, boolean itf) {
        super.visitMethodInsn(opcode, owner, m, type, itf);
        needed.set(method);
        if (CallVisitor.passes(data, owner, m, type)) {
          passing.set(method);
        }
        ArrayConstructors.Reads reads =
            m.equals("<init>") ? ArrayConstructors.find(owner, type) : null;
        if (reads != null) {
          spills.merge(method, reads.spill(), ArrayConstructors.Spill::max);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(String m, String type, Handle b, Object... arguments) {
        super.visitInvokeDynamicInsn(m, type, b, arguments);
        needed.set(method);
        if (CallVisitor.passes(b)) {
          passing.set(method);
        }
      }

      @Override
      public void visitLdcInsn(Object value) {
        super.visitLdcInsn(value);
        if (value instanceof ConstantDynamic) {
          needed.set(method);
        }
      }

      @Override
      public void visitEnd() {
        if (!found.fields.isEmpty() || !found.elements.isEmpty()) {
          compound.put(method, found);
        }
      }
    };
  }
}
