package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.ArrayHooks;
import dev.racedetect.runtime.hook.ClassInitHooks;
import dev.racedetect.runtime.hook.FieldHooks;
import dev.racedetect.runtime.hook.FreezeHooks;
import dev.racedetect.runtime.hook.LateFieldHooks;
import dev.racedetect.runtime.hook.MonitorHooks;
import dev.racedetect.runtime.hook.VolatileHooks;
import dev.racedetect.runtime.shadow.ArrayShadow;
import dev.racedetect.runtime.shadow.ShadowField;
import dev.racedetect.runtime.sync.MonitorClock;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Internal names of the runtime's classes, and names and descriptors of injected members. */
final class Names {
  static final String THREAD_STATE = Type.getInternalName(ThreadState.class);
  static final String THREAD_STATE_DESC = Type.getDescriptor(ThreadState.class);
  static final String FIELD_HOOKS = Type.getInternalName(FieldHooks.class);
  static final String ARRAY_HOOKS = Type.getInternalName(ArrayHooks.class);
  static final String MONITOR_HOOKS = Type.getInternalName(MonitorHooks.class);
  static final String VOLATILE_HOOKS = Type.getInternalName(VolatileHooks.class);
  static final String CLASS_INIT_HOOKS = Type.getInternalName(ClassInitHooks.class);
  static final String FREEZE_HOOKS = Type.getInternalName(FreezeHooks.class);
  static final String MONITOR_CLOCK_DESC = Type.getDescriptor(MonitorClock.class);
  static final String ARRAY_SHADOW = Type.getInternalName(ArrayShadow.class);
  static final String ARRAY_SHADOW_DESC = Type.getDescriptor(ArrayShadow.class);
  static final String SYNC_CLOCK_DESC = Type.getDescriptor(SyncClock.class);

  /** Descriptor of an accessor that checks an instance field: object, thread, context, site. */
  static final String CHECK_DESC = "(Ljava/lang/Object;" + THREAD_STATE_DESC + "JI)V";

  /** Descriptor of an accessor that checks a static field. */
  static final String STATIC_CHECK_DESC = "(" + THREAD_STATE_DESC + "JI)V";

  /** Descriptor of an accessor that synchronises through a volatile instance field. */
  static final String SYNC_DESC = "(Ljava/lang/Object;" + THREAD_STATE_DESC + ")V";

  /** Descriptor of an accessor that synchronises through a volatile static field, or a class. */
  static final String STATIC_SYNC_DESC = "(" + THREAD_STATE_DESC + ")V";

  /** Descriptor of an accessor that follows a final field: object, loaded value, thread. */
  static final String FREEZE_DESC =
      "(Ljava/lang/Object;Ljava/lang/Object;" + THREAD_STATE_DESC + ")V";

  /** Name of the injected freeze stamp of an object with final reference fields. */
  static final String STAMP = ShadowField.STAMP;

  /** Name of the accessor that follows all final fields of a record. */
  static final String FOLLOW_RECORD = ShadowField.PREFIX + "F";

  /** Links a field access whose class could not be seen when the accessing class was rewritten. */
  static final Handle LATE_FIELD_LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          Type.getInternalName(LateFieldHooks.class),
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  private Names() {}

  /**
   * What identifies a field within its class in names of injected members: fields of one name and
   * different types are legal in class files.
   */
  static String key(String field, String desc) {
    StringBuilder key = new StringBuilder(field.length() + desc.length() + 1);
    append(key, field);
    key.append('$');
    append(key, desc);
    return key.toString();
  }

  private static void append(StringBuilder key, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      switch (c) {
        case '/', ';', '<', '>' -> key.append('_');
        case '[' -> key.append("A$");
        default -> key.append(c);
      }
    }
  }

  static String readCheck(String key) {
    return ShadowField.PREFIX + "R$" + key;
  }

  static String writeCheck(String key) {
    return ShadowField.PREFIX + "W$" + key;
  }

  static String acquire(String key) {
    return ShadowField.PREFIX + "A$" + key;
  }

  static String release(String key) {
    return ShadowField.PREFIX + "L$" + key;
  }

  static String follow(String key) {
    return ShadowField.PREFIX + "F$" + key;
  }

  static String initialised(String key) {
    return ShadowField.PREFIX + "I$" + key;
  }
}
