package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_TRANSIENT;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.agent.hierarchy.FieldFacts;
import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.hook.HiddenMembers;
import dev.racedetect.runtime.shadow.ShadowField;
import dev.racedetect.runtime.shadow.ShadowFields;
import dev.racedetect.runtime.sync.ObjectSync;
import dev.racedetect.runtime.thread.Periods;
import java.util.function.Consumer;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Adds the shadow state of a class's fields and the accessors through which this and other classes
 * reach it.
 */
final class ShadowMembers {
  private static final int ACCESSOR = ACC_PUBLIC | ACC_STATIC | ACC_SYNTHETIC;

  private final ClassContext type;
  private final ClassVisitor cv;
  private final String owner;

  ShadowMembers(ClassContext type, ClassVisitor cv) {
    this.type = type;
    this.cv = cv;
    this.owner = type.facts().name();
  }

  /** Adds all members; to be called at the end of the class. */
  void add() {
    for (FieldFacts field : type.facts().fields()) {
      String key = Names.key(field.name(), field.desc());
      switch (ShadowPolicy.of(field)) {
        case PLAIN -> plain(field, key);
        case VOLATILE -> synchronising(field, key);
        case FINAL -> finalField(field, key);
        default -> {}
      }
    }
    if (EntryExitVisitor.stamped(type)) {
      field(0, Names.STAMP, "J");
      if (type.facts().isRecord()) {
        method(Names.FOLLOW_RECORD, Names.SYNC_DESC, this::followRecord);
      }
    }
    if (carriesSync()) {
      field(0, ObjectSync.FIELD, "Ljava/lang/Object;");
    }
    if (type.classId() >= 0 && !type.facts().hasInitializer()) {
      initializer();
      if (type.hierarchy().maybeSerializable(type.loader(), type.facts())) {
        field(ACC_STATIC, HiddenMembers.INITIALIZER, "Z");
      }
    }
  }

  /** Whether objects of the class get their sync reference here and not in a superclass. */
  private boolean carriesSync() {
    String superName = type.facts().superName();
    return !type.facts().isInterface()
        && superName != null
        && !type.selection().instrumented(superName);
  }

  /** A static initialiser that does nothing but begin and end. */
  private void initializer() {
    MethodVisitor mv = cv.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    mv.visitCode();
    EntryExitVisitor.beforeInit(mv, owner, MethodFrame::current);
    MethodFrame.push(mv, type.classId());
    MethodFrame.current(mv);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.CLASS_INIT_HOOKS,
        "afterInit",
        "(I" + Names.THREAD_STATE_DESC + ")V",
        false);
    mv.visitInsn(RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  private int register(FieldFacts field, String key) {
    int id =
        ShadowFields.register(
            owner.replace('/', '.'), field.name(), key, field.isStatic(), field.isReference());
    ShadowFields.declare(id, field.access(), field.desc());
    return id;
  }

  private void field(int staticFlag, String name, String desc) {
    int access = ACC_PRIVATE | ACC_TRANSIENT | ACC_SYNTHETIC | staticFlag;
    cv.visitField(access, name, desc, null, null).visitEnd();
  }

  private void method(String name, String desc, Consumer<MethodVisitor> body) {
    MethodVisitor mv = cv.visitMethod(ACCESSOR, name, desc, null, null);
    mv.visitCode();
    if (Periods.SAMPLED) {
      lookAgain(mv, desc);
    }
    body.accept(mv);
    mv.visitInsn(RETURN);
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  /**
   * The call of an accessor waits for the initialisation of its class; meanwhile the sampling
   * period may be another.
   */
  private static void lookAgain(MethodVisitor mv, String desc) {
    int thread = 0;
    for (Type argument : Type.getArgumentTypes(desc)) {
      if (argument.getDescriptor().equals(Names.THREAD_STATE_DESC)) {
        mv.visitMethodInsn(
            INVOKESTATIC, Names.THREAD_STATE, "current", "()" + Names.THREAD_STATE_DESC, false);
        mv.visitVarInsn(Opcodes.ASTORE, thread);
      }
      thread += argument.getSize();
    }
  }

  private void plain(FieldFacts field, String key) {
    int staticFlag = field.isStatic() ? ACC_STATIC : 0;
    field(staticFlag, ShadowField.writeWord(key), "J");
    field(staticFlag, ShadowField.readWord(key), "J");
    field(staticFlag, ShadowField.readSet(key), "Ljava/lang/Object;");
    int id = register(field, key);
    String desc = field.isStatic() ? Names.STATIC_CHECK_DESC : Names.CHECK_DESC;
    method(Names.readCheck(key), desc, mv -> check(mv, field, key, id, true));
    method(Names.writeCheck(key), desc, mv -> check(mv, field, key, id, false));
  }

  /**
   * {@code if (word is of this epoch) return; slow path}. For a read either word will do: a thread
   * that wrote in this epoch need not note its read.
   */
  private void check(MethodVisitor mv, FieldFacts field, String key, int id, boolean read) {
    int thread = field.isStatic() ? 0 : 1;
    Label done = new Label();
    skipIfPaused(mv, thread, done);
    if (field.isStatic()) {
      initialised(mv, thread);
    } else {
      mv.visitVarInsn(ALOAD, 0);
      mv.visitJumpInsn(IFNULL, done);
    }
    if (read) {
      skipIfSame(mv, field, ShadowField.readWord(key), thread, done);
    }
    skipIfSame(mv, field, ShadowField.writeWord(key), thread, done);
    if (read) {
      skipIfShared(mv, field, ShadowField.readSet(key), thread, done);
    }
    if (field.isStatic()) {
      mv.visitLdcInsn(Type.getObjectType(owner));
    } else {
      mv.visitVarInsn(ALOAD, 0);
    }
    MethodFrame.push(mv, id);
    mv.visitVarInsn(ALOAD, thread);
    mv.visitVarInsn(LLOAD, thread + 1);
    mv.visitVarInsn(ILOAD, thread + 3);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.FIELD_HOOKS,
        read ? "beforeRead" : "beforeWrite",
        "(Ljava/lang/Object;I" + Names.THREAD_STATE_DESC + "JI)V",
        false);
    end(mv, done, field.isStatic() ? Names.STATIC_CHECK_DESC : Names.CHECK_DESC);
  }

  /** Between sampling periods nothing else is looked at. */
  private static void skipIfPaused(MethodVisitor mv, int thread, Label done) {
    if (Periods.SAMPLED) {
      mv.visitVarInsn(ALOAD, thread);
      mv.visitMethodInsn(
          INVOKESTATIC,
          Type.getInternalName(Periods.class),
          "paused",
          "(" + Names.THREAD_STATE_DESC + ")Z",
          false);
      mv.visitJumpInsn(IFNE, done);
    }
  }

  /** The set of readers, where there is one, may hold this epoch. */
  private void skipIfShared(
      MethodVisitor mv, FieldFacts field, String set, int thread, Label done) {
    if (field.isStatic()) {
      mv.visitFieldInsn(GETSTATIC, owner, set, "Ljava/lang/Object;");
    } else {
      mv.visitVarInsn(ALOAD, 0);
      mv.visitTypeInsn(CHECKCAST, owner);
      mv.visitFieldInsn(GETFIELD, owner, set, "Ljava/lang/Object;");
    }
    mv.visitVarInsn(ALOAD, thread);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.FIELD_HOOKS,
        "hasRead",
        "(Ljava/lang/Object;" + Names.THREAD_STATE_DESC + ")Z",
        false);
    mv.visitJumpInsn(IFNE, done);
  }

  private void skipIfSame(MethodVisitor mv, FieldFacts field, String word, int thread, Label done) {
    if (field.isStatic()) {
      mv.visitFieldInsn(GETSTATIC, owner, word, "J");
    } else {
      mv.visitVarInsn(ALOAD, 0);
      mv.visitTypeInsn(CHECKCAST, owner);
      mv.visitFieldInsn(GETFIELD, owner, word, "J");
    }
    mv.visitVarInsn(ALOAD, thread);
    mv.visitFieldInsn(GETFIELD, Names.THREAD_STATE, "epoch", "J");
    mv.visitInsn(LXOR);
    MethodFrame.push(mv, Epoch.CONTEXT_BITS);
    mv.visitInsn(LUSHR);
    mv.visitInsn(LCONST_0);
    mv.visitInsn(LCMP);
    mv.visitJumpInsn(IFEQ, done);
  }

  /** Binds the label at the end of an accessor, with its frame where the class file has frames. */
  private void end(MethodVisitor mv, Label done, String desc) {
    mv.visitLabel(done);
    if (type.facts().version() >= Opcodes.V1_6) {
      Object[] locals =
          desc.charAt(1) == 'L' && desc.startsWith("(Ljava/lang/Object;Ljava/lang/Object;")
              ? new Object[] {"java/lang/Object", "java/lang/Object", Names.THREAD_STATE}
              : desc.startsWith("(Ljava/lang/Object;")
                  ? new Object[] {
                    "java/lang/Object", Names.THREAD_STATE, Opcodes.LONG, Opcodes.INTEGER
                  }
                  : new Object[] {Names.THREAD_STATE, Opcodes.LONG, Opcodes.INTEGER};
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    }
  }

  private void initialised(MethodVisitor mv, int thread) {
    if (type.classId() >= 0) {
      MethodFrame.push(mv, type.classId());
      mv.visitVarInsn(ALOAD, thread);
      mv.visitMethodInsn(
          INVOKESTATIC,
          Names.CLASS_INIT_HOOKS,
          "acquire",
          "(I" + Names.THREAD_STATE_DESC + ")V",
          false);
    }
  }

  private void synchronising(FieldFacts field, String key) {
    field(field.isStatic() ? ACC_STATIC : 0, ShadowField.syncClock(key), "Ljava/lang/Object;");
    int id = register(field, key);
    String desc = field.isStatic() ? Names.STATIC_SYNC_DESC : Names.SYNC_DESC;
    method(Names.acquire(key), desc, mv -> synchronise(mv, field, id, "afterRead"));
    method(Names.release(key), desc, mv -> synchronise(mv, field, id, "beforeWrite"));
  }

  private void synchronise(MethodVisitor mv, FieldFacts field, int id, String hook) {
    int thread = field.isStatic() ? 0 : 1;
    if (field.isStatic()) {
      initialised(mv, thread);
      mv.visitLdcInsn(Type.getObjectType(owner));
    } else {
      mv.visitVarInsn(ALOAD, 0);
    }
    MethodFrame.push(mv, id);
    mv.visitVarInsn(ALOAD, thread);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.VOLATILE_HOOKS,
        hook,
        "(Ljava/lang/Object;I" + Names.THREAD_STATE_DESC + ")V",
        false);
  }

  private void finalField(FieldFacts field, String key) {
    if (field.isStatic()) {
      if (!field.constant()
          && type.classId() >= 0
          && (!type.facts().isInterface() || type.facts().version() >= 52)) {
        method(Names.initialised(key), Names.STATIC_SYNC_DESC, mv -> initialised(mv, 0));
      }
    } else if (ShadowPolicy.followed(field)) {
      method(Names.follow(key), Names.FREEZE_DESC, this::follow);
    }
  }

  /** The freezes of all components of what may be an object of this class. */
  private void followRecord(MethodVisitor mv) {
    Label done = new Label();
    skipIfPaused(mv, 1, done);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    mv.visitJumpInsn(IFEQ, done);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitTypeInsn(CHECKCAST, owner);
    mv.visitFieldInsn(GETFIELD, owner, Names.STAMP, "J");
    mv.visitVarInsn(ALOAD, 1);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.FREEZE_HOOKS,
        "beforeRecordMethod",
        "(Ljava/lang/Object;J" + Names.THREAD_STATE_DESC + ")V",
        false);
    mv.visitLabel(done);
    mv.visitFrame(
        Opcodes.F_NEW, 2, new Object[] {"java/lang/Object", Names.THREAD_STATE}, 0, new Object[0]);
  }

  private void follow(MethodVisitor mv) {
    Label done = new Label();
    skipIfPaused(mv, 2, done);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitJumpInsn(IFNULL, done);
    mv.visitVarInsn(ALOAD, 1);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitTypeInsn(CHECKCAST, owner);
    mv.visitFieldInsn(GETFIELD, owner, Names.STAMP, "J");
    mv.visitVarInsn(ALOAD, 2);
    mv.visitMethodInsn(
        INVOKESTATIC,
        Names.FREEZE_HOOKS,
        "afterRead",
        "(Ljava/lang/Object;Ljava/lang/Object;J" + Names.THREAD_STATE_DESC + ")V",
        false);
    end(mv, done, Names.FREEZE_DESC);
  }
}
