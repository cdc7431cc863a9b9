package dev.racedetect.agent.instrument;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.DUP2_X1;
import static org.objectweb.asm.Opcodes.DUP_X1;
import static org.objectweb.asm.Opcodes.DUP_X2;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.POP2;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.racedetect.agent.hierarchy.FieldFacts;
import dev.racedetect.agent.hierarchy.FreshObjects;
import dev.racedetect.agent.hierarchy.ResolvedField;
import dev.racedetect.agent.select.ClassSelection;
import dev.racedetect.runtime.context.ConstructorLines;
import dev.racedetect.runtime.shadow.ShadowField;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inserts the check before each access to a plain field, and the release before and acquire after
 * each access to a volatile one. The shadow state is reached through accessors of the declaring
 * class, called under the same symbolic owner as the field. The load of a compound assignment is
 * checked as the store.
 */
final class FieldAccessVisitor extends ConcernVisitor {
  /**
   * In a constructor, until {@code super(...)} has been called, {@code this} cannot be passed on.
   */
  private final boolean constructor;

  private boolean constructed;

  /** New objects of the own or super class whose constructors have not been called yet. */
  private int otherObjects;

  /** Field instructions so far. */
  private int accesses;

  /** The line of the instruction; -1 if it is not known. */
  private int line = -1;

  /** By key, the lines of the writes that have a site in common. */
  private final Map<String, Integer> lines = new HashMap<>();

  /** The store that was checked at the load of its compound assignment; -1 for none. */
  private int checkedStore = -1;

  FieldAccessVisitor(
      MethodVisitor behind, ClassContext type, MethodFrame.Locals locals, boolean constructor) {
    super(behind, type, locals);
    this.constructor = constructor;
  }

  @Override
  public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
    super.visitMethodInsn(opcode, owner, name, desc, itf);
    if (constructor && name.equals("<init>") && ownOrSuper(owner)) {
      if (otherObjects > 0) {
        otherObjects--;
      } else {
        constructed = true;
      }
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String operand) {
    super.visitTypeInsn(opcode, operand);
    if (constructor && opcode == NEW && ownOrSuper(operand)) {
      otherObjects++;
    }
  }

  private boolean ownOrSuper(String name) {
    return name.equals(type.facts().name()) || name.equals(type.facts().superName());
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    int number = ClassSelection.own(owner) ? -1 : accesses++;
    ResolvedField resolved = type.shadowed(owner, name, desc);
    if (resolved != null && resolved.field().isStatic() != isStatic(opcode)) {
      // Fails to link (JVMS 6.5); an accessor called before would fail in another way.
      super.visitFieldInsn(opcode, owner, name, desc);
      return;
    }
    FreshObjects.Store store = recorded(opcode, owner, name, desc, number);
    if (store != null) {
      record(opcode, owner, name, desc, store);
      return;
    }
    if (resolved == null || tooEarly(opcode, owner)) {
      if (resolved == null && !tooEarly(opcode, owner) && type.unseen(owner, name, desc)) {
        unseen(opcode, owner, name, desc);
      } else {
        super.visitFieldInsn(opcode, owner, name, desc);
      }
      return;
    }
    FieldFacts field = resolved.field();
    String key = Names.key(name, desc);
    switch (ShadowPolicy.of(field)) {
      case PLAIN -> plain(opcode, owner, name, desc, key, number);
      case VOLATILE -> synchronising(opcode, owner, name, desc, key);
      case FINAL -> finalField(opcode, owner, name, desc, key, resolved);
      default -> super.visitFieldInsn(opcode, owner, name, desc);
    }
  }

  /** The write that need not be checked, only be recorded, at this instruction; null for none. */
  private FreshObjects.@Nullable Store recorded(
      int opcode, String owner, String name, String desc, int number) {
    if (opcode == PUTFIELD) {
      return number == checkedStore ? null : locals.fresh.store(number, owner, name, desc);
    }
    CompoundAssignments.Load load = locals.compound.fields.get(number);
    if (opcode != GETFIELD || load == null) {
      return null;
    }
    FreshObjects.Store store = locals.fresh.store(load.store(), owner, name, desc);
    if (store != null) {
      checkedStore = load.store();
    }
    return store;
  }

  /** Stores the word of a write before the instruction. STACK: as the instruction's. */
  private void record(
      int opcode, String owner, String name, String desc, FreshObjects.Store store) {
    if (opcode == GETFIELD) {
      mv.visitInsn(DUP);
    } else {
      objectBelowValue(desc);
    }
    String key = Names.key(name, desc);
    if (locals.fresh.inCommon(store)) {
      lines.put(key, line);
      locals.loadThread(mv);
      mv.visitVarInsn(ILOAD, locals.freshContext);
      call(Names.FIELD_HOOKS, "freshWord", "(" + Names.THREAD_STATE_DESC + "I)J");
    } else {
      locals.loadSite(mv);
      call(Names.FIELD_HOOKS, "freshWord", "(" + Names.THREAD_STATE_DESC + "JI)J");
    }
    super.visitFieldInsn(PUTFIELD, owner, ShadowField.writeWord(key), "J");
    if (locals.fresh.fencedAtOnce(store)) {
      call(Names.FIELD_HOOKS, "afterFreshWords", "()V");
    }
    super.visitFieldInsn(opcode, owner, name, desc);
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    super.visitLineNumber(number, start);
  }

  @Override
  public void visitEnd() {
    lines.values().removeIf(known -> known < 0);
    if (!lines.isEmpty()) {
      ConstructorLines.register(locals.freshSite, lines);
    }
    super.visitEnd();
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == RETURN && locals.fresh.fencedAtEnd()) {
      call(Names.FIELD_HOOKS, "afterFreshWords", "()V");
    }
    super.visitInsn(opcode);
  }

  private static boolean isStatic(int opcode) {
    return opcode == GETSTATIC || opcode == PUTSTATIC;
  }

  /** What the field is will be found out when the instruction is first executed. */
  private void unseen(int opcode, String owner, String name, String desc) {
    if (type.facts().version() < Opcodes.V1_7) {
      super.visitFieldInsn(opcode, owner, name, desc);
      if (opcode == GETSTATIC) {
        mv.visitLdcInsn(Type.getObjectType(owner));
        locals.loadThread(mv);
        call(
            Names.CLASS_INIT_HOOKS,
            "afterUnseenField",
            "(Ljava/lang/Class;" + Names.THREAD_STATE_DESC + ")V");
      }
      return;
    }
    switch (opcode) {
      case GETFIELD -> {
        objectBelowRead(owner, name, desc);
        late(opcode, owner, name, desc, Names.CHECK_DESC);
      }
      case PUTFIELD -> {
        objectBelowValue(desc);
        late(opcode, owner, name, desc, Names.CHECK_DESC);
        super.visitFieldInsn(opcode, owner, name, desc);
      }
      case GETSTATIC -> {
        super.visitFieldInsn(opcode, owner, name, desc);
        late(opcode, owner, name, desc, Names.STATIC_CHECK_DESC);
      }
      default -> {
        late(opcode, owner, name, desc, Names.STATIC_CHECK_DESC);
        super.visitFieldInsn(opcode, owner, name, desc);
      }
    }
  }

  private void late(int opcode, String owner, String name, String desc, String checkDesc) {
    String key = Names.key(name, desc);
    boolean read = opcode == GETFIELD || opcode == GETSTATIC;
    String check = read ? Names.readCheck(key) : Names.writeCheck(key);
    locals.loadSite(mv);
    mv.visitInvokeDynamicInsn(
        read ? "afterRead" : "beforeWrite",
        checkDesc,
        Names.LATE_FIELD_LINK,
        owner,
        type.checked() ? check : "",
        read ? Names.acquire(key) : Names.release(key),
        opcode == GETSTATIC ? Names.initialised(key) : "");
  }

  private boolean tooEarly(int opcode, String owner) {
    return constructor && !constructed && opcode == PUTFIELD && owner.equals(type.facts().name());
  }

  private void plain(int opcode, String owner, String name, String desc, String key, int number) {
    if (type.checked() && number != checkedStore) {
      CompoundAssignments.Load compound = compound(number, owner, name, desc);
      boolean read = (opcode == GETFIELD || opcode == GETSTATIC) && compound == null;
      if (compound != null) {
        checkedStore = compound.store();
      }
      String check = read ? Names.readCheck(key) : Names.writeCheck(key);
      if (opcode == GETFIELD) {
        // STACK: object -> object, object
        mv.visitInsn(DUP);
      } else if (opcode == PUTFIELD) {
        objectBelowValue(desc);
      }
      locals.loadSite(mv);
      boolean isStatic = isStatic(opcode);
      call(owner, check, isStatic ? Names.STATIC_CHECK_DESC : Names.CHECK_DESC);
    }
    super.visitFieldInsn(opcode, owner, name, desc);
  }

  /** The compound assignment that begins with this load; null if there is none. */
  private CompoundAssignments.@Nullable Load compound(
      int number, String owner, String name, String desc) {
    CompoundAssignments.Load load = locals.compound.fields.get(number);
    if (load != null) {
      if (!load.field().equals(new CompoundAssignments.FieldKey(owner, name, desc))) {
        return null;
      }
      for (CompoundAssignments.FieldKey f : load.nested()) {
        ResolvedField resolved = type.shadowed(f.owner(), f.name(), f.desc());
        if (resolved == null || ShadowPolicy.of(resolved.field()) != ShadowPolicy.PLAIN) {
          return null;
        }
      }
    }
    return load;
  }

  /** STACK: object, value -> object, value, object. */
  private void objectBelowValue(String desc) {
    if (Type.getType(desc).getSize() == 1) {
      mv.visitInsn(DUP2);
      mv.visitInsn(POP);
    } else {
      mv.visitInsn(DUP2_X1);
      mv.visitInsn(POP2);
      mv.visitInsn(DUP_X2);
    }
  }

  /** STACK: object -> object, object -> object, value -> value, object. */
  private void objectBelowRead(String owner, String name, String desc) {
    mv.visitInsn(DUP);
    super.visitFieldInsn(GETFIELD, owner, name, desc);
    if (Type.getType(desc).getSize() == 1) {
      mv.visitInsn(DUP_X1);
      mv.visitInsn(POP);
    } else {
      mv.visitInsn(DUP2_X1);
      mv.visitInsn(POP2);
    }
  }

  private void synchronising(int opcode, String owner, String name, String desc, String key) {
    switch (opcode) {
      case GETFIELD -> {
        objectBelowRead(owner, name, desc);
        locals.loadThread(mv);
        call(owner, Names.acquire(key), Names.SYNC_DESC);
      }
      case PUTFIELD -> {
        objectBelowValue(desc);
        locals.loadThread(mv);
        call(owner, Names.release(key), Names.SYNC_DESC);
        super.visitFieldInsn(opcode, owner, name, desc);
      }
      case GETSTATIC -> {
        super.visitFieldInsn(opcode, owner, name, desc);
        locals.loadThread(mv);
        call(owner, Names.acquire(key), Names.STATIC_SYNC_DESC);
      }
      case PUTSTATIC -> {
        locals.loadThread(mv);
        call(owner, Names.release(key), Names.STATIC_SYNC_DESC);
        super.visitFieldInsn(opcode, owner, name, desc);
      }
      default -> throw new IllegalStateException("opcode " + opcode);
    }
  }

  private void finalField(
      int opcode, String owner, String name, String desc, String key, ResolvedField resolved) {
    FieldFacts field = resolved.field();
    if (opcode == GETSTATIC && !field.constant()) {
      super.visitFieldInsn(opcode, owner, name, desc);
      String initOwner = initialisedThrough(owner, resolved);
      if (initOwner != null) {
        locals.loadThread(mv);
        mv.visitMethodInsn(
            INVOKESTATIC,
            initOwner,
            Names.initialised(key),
            Names.STATIC_SYNC_DESC,
            resolved.declaring().isInterface());
      } else if (resolved.declaring().hasInitializer()) {
        mv.visitLdcInsn(resolved.declaring().name().replace('/', '.'));
        locals.loadThread(mv);
        call(
            Names.CLASS_INIT_HOOKS,
            "afterInterfaceField",
            "(Ljava/lang/String;" + Names.THREAD_STATE_DESC + ")V");
      }
    } else if (opcode == GETFIELD && ShadowPolicy.followed(field)) {
      // STACK: object -> object, object -> object, value -> value, object, value
      mv.visitInsn(DUP);
      super.visitFieldInsn(opcode, owner, name, desc);
      mv.visitInsn(DUP_X1);
      locals.loadThread(mv);
      call(owner, Names.follow(key), Names.FREEZE_DESC);
    } else {
      super.visitFieldInsn(opcode, owner, name, desc);
    }
  }

  /**
   * The class under which the accessor for the initialisation of a static field is called; null if
   * there is no need, or if it is that of an interface and cannot be called.
   */
  private @Nullable String initialisedThrough(String owner, ResolvedField resolved) {
    if (!resolved.declaring().hasInitializer()) {
      return null;
    }
    if (!resolved.declaring().isInterface()) {
      return owner;
    }
    String declaring = resolved.declaring().name();
    boolean accessible = resolved.declaring().isPublic() || samePackage(declaring);
    return accessible && resolved.declaring().version() >= 52 && type.facts().version() >= 52
        ? declaring
        : null;
  }

  private boolean samePackage(String other) {
    String own = type.facts().name();
    int slash = own.lastIndexOf('/');
    return slash == other.lastIndexOf('/') && own.regionMatches(0, other, 0, slash + 1);
  }
}
