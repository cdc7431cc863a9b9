package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.runtime.hook.PublicationHooks;
import java.lang.invoke.LambdaMetafactory;
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
    if (owner.startsWith("java/util/")) {
      Type[] arguments = Type.getArgumentTypes(desc);
      String last = arguments.length == 0 ? "" : arguments[arguments.length - 1].getDescriptor();
      if (opcode == INVOKESTATIC && owner.equals("java/util/Collections")) {
        if (type.data().holds(last)) {
          published("published");
        }
      } else if (last.equals("Ljava/lang/Object;") && hands(opcode, owner, name)) {
        published("handed");
      }
    }
    super.visitMethodInsn(opcode, owner, name, desc, itf);
  }

  /** Whether the last argument may reach another thread through the object that is called. */
  private static boolean hands(int opcode, String owner, String name) {
    if (opcode == INVOKESPECIAL && name.equals("<init>")) {
      return owner.startsWith("java/util/concurrent/");
    }
    return switch (name) {
      case "add",
          "addFirst",
          "addLast",
          "put",
          "putFirst",
          "putLast",
          "putIfAbsent",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "set",
          "setPlain",
          "setRelease",
          "setOpaque",
          "lazySet",
          "getAndSet",
          "compareAndSet",
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
