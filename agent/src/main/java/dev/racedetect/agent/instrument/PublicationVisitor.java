package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.runtime.hook.PublicationHooks;
import java.lang.invoke.LambdaMetafactory;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes the detector know objects of the JDK that are data where the application stores them in a
 * field, captures them, hands them to the JDK or gets them from somewhere as an object of unknown
 * type (which is a cast). Elements count in methods that name, further up, an array type of such
 * objects; one that is only ever stored through arrays of unknown type is missed. What never comes
 * past such a place is of one thread.
 */
final class PublicationVisitor extends ConcernVisitor {
  private static final String HOOKS = Type.getInternalName(PublicationHooks.class);
  private static final String DESC = "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + ")V";
  private static final String METAFACTORY = Type.getInternalName(LambdaMetafactory.class);

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String REFERENCE_QUEUE = "Ljava/lang/ref/ReferenceQueue;";

  /** Classes outside {@code java.util} that hold objects. */
  private static final Set<String> HOLDERS =
      Set.of(
          "java/lang/InheritableThreadLocal",
          "java/lang/ThreadLocal",
          "java/lang/invoke/MethodHandle",
          "java/lang/ref/SoftReference",
          "java/lang/ref/WeakReference");

  private final CaptureBridges captures;
  private final boolean ownConstructor;

  /** Whether arrays of such objects were named so far. */
  private boolean arraysOfData;

  PublicationVisitor(
      MethodVisitor behind,
      ClassContext type,
      MethodFrame.Locals locals,
      CaptureBridges captures,
      String name,
      String desc) {
    super(behind, type, locals);
    this.captures = captures;
    String superName = type.facts().superName();
    for (Type argument : Type.getArgumentTypes(desc)) {
      arraysOfData |= type.data().areIn(argument.getDescriptor());
    }
    this.ownConstructor =
        name.equals("<init>") && superName != null && type.data().isData(superName);
  }

  /** STACK: object -> object. */
  private void published(String hook) {
    mv.visitInsn(DUP);
    locals.loadThread(mv);
    call(HOOKS, hook, DESC);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    if ((opcode == PUTFIELD || opcode == PUTSTATIC) && type.data().holds(desc)) {
      published("published");
    }
    arraysOfData |= type.data().areIn(desc);
    super.visitFieldInsn(opcode, owner, name, desc);
  }

  @Override
  public void visitTypeInsn(int opcode, String name) {
    super.visitTypeInsn(opcode, name);
    arraysOfData |= type.data().areIn(name) || opcode == ANEWARRAY && type.data().contains(name);
    if (opcode == CHECKCAST && type.data().contains(name)) {
      published("published");
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String desc, int dimensions) {
    arraysOfData |= type.data().areIn(desc);
    super.visitMultiANewArrayInsn(desc, dimensions);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == AASTORE && arraysOfData) {
      published("published");
    }
    if (opcode == RETURN && ownConstructor) {
      mv.visitVarInsn(ALOAD, 0);
      locals.loadThread(mv);
      call(HOOKS, "published", DESC);
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    arraysOfData |= type.data().areIn(desc.substring(desc.indexOf(')') + 1));
    if (owner.startsWith("java/util/") || HOLDERS.contains(owner)) {
      handOver(opcode, owner, name, Type.getArgumentTypes(desc));
    }
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }

  private void handOver(int opcode, String owner, String name, Type[] arguments) {
    int count = arguments.length;
    String last = count == 0 ? "" : arguments[count - 1].getDescriptor();
    if (opcode == INVOKESTATIC
        && owner.equals("java/util/Collections")
        && type.data().holds(last)) {
      published("published");
      return;
    }
    if (!hands(opcode, owner, name)) {
      return;
    }
    boolean before = count > 1 && arguments[count - 2].getDescriptor().equals(OBJECT);
    if (last.equals(OBJECT)) {
      if (before && name.equals("of")) {
        // STACK: object, object -> object, object
        mv.visitInsn(DUP2);
        locals.loadThread(mv);
        call(HOOKS, "handed", "(Ljava/lang/Object;" + DESC.substring(1));
      } else {
        published("handed");
      }
    } else if (before && (last.equals("I") || last.equals("Z") || last.equals(REFERENCE_QUEUE))) {
      // STACK: object, stamp -> object, stamp, object -> object, stamp
      mv.visitInsn(DUP2);
      mv.visitInsn(POP);
      locals.loadThread(mv);
      call(HOOKS, "handed", DESC);
    }
  }

  /** Whether the last argument may reach another thread through the object that is called. */
  private static boolean hands(int opcode, String owner, String name) {
    if (opcode == INVOKESPECIAL && name.equals("<init>")) {
      return owner.startsWith("java/util/concurrent/")
          || owner.startsWith("java/util/AbstractMap$")
          || HOLDERS.contains(owner);
    }
    if (opcode == INVOKESTATIC && owner.equals("java/util/Collections")) {
      return name.startsWith("singleton");
    }
    return switch (name) {
      case "add",
          "addFirst",
          "addLast",
          "addElement",
          "bindTo",
          "completedFuture",
          "completedStage",
          "entry",
          "obtrudeValue",
          "of",
          "ofNullable",
          "put",
          "putFirst",
          "putLast",
          "putIfAbsent",
          "replace",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "set",
          "setPlain",
          "setRelease",
          "setOpaque",
          "setValue",
          "lazySet",
          "getAndSet",
          "compareAndExchange",
          "compareAndSet",
          "weakCompareAndSet",
          "weakCompareAndSetPlain",
          "weakCompareAndSetVolatile",
          "complete",
          "exchange",
          "transfer",
          "tryTransfer",
          "submit" ->
          true;
      default -> false;
    };
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals(METAFACTORY) && captures.needed(desc)) {
      captures.invoke(mv, name, desc, bootstrap, arguments);
    } else {
      super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
    }
  }
}
