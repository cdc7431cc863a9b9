package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadState;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;

/**
 * The fields with shadow state, declared by one class, that default serialization reads: those that
 * are neither static nor transient, or those that {@code serialPersistentFields} names.
 */
public final class SerialFields {
  private static final class Tables extends WeakIdentityMap<SerialFields> {
    @Override
    protected SerialFields create(Object description) {
      throw new IllegalStateException();
    }
  }

  private static final Tables TABLES = new Tables();

  private final ShadowField[] primitives;
  private final ShadowField[] references;

  private SerialFields(ObjectStreamClass description, Class<?> type) {
    ObjectStreamField[] serial = description.getFields();
    ShadowField[] known = FieldOffsets.of(type).instanceFields();
    primitives = among(known, type.getName(), serial, true);
    references = among(known, type.getName(), serial, false);
  }

  /**
   * The fields of a class.
   *
   * @param description what serialization knows of it; it has one as long as the class is in use
   */
  public static SerialFields of(ObjectStreamClass description, Class<?> type) {
    SerialFields fields = TABLES.find(description);
    return fields != null
        ? fields
        : TABLES.putIfAbsent(description, new SerialFields(description, type));
  }

  private static ShadowField[] among(
      ShadowField[] known, String className, ObjectStreamField[] serial, boolean primitive) {
    ShadowField[] found = new ShadowField[known.length];
    int n = 0;
    for (ShadowField field : known) {
      if (field.className().equals(className) && named(field, serial, primitive)) {
        found[n++] = field;
      }
    }
    ShadowField[] all = new ShadowField[n];
    System.arraycopy(found, 0, all, 0, n);
    return all;
  }

  private static boolean named(ShadowField field, ObjectStreamField[] serial, boolean primitive) {
    for (ObjectStreamField s : serial) {
      if (s.isPrimitive() == primitive && s.getName().equals(field.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * They are about to be read. A volatile one is taken for a volatile read, as in a copy of the
   * object.
   *
   * @param object of the class
   * @param primitive whether those of primitive types are, or the others
   */
  public void read(Object object, boolean primitive, ThreadState thread) {
    for (ShadowField field : primitive ? primitives : references) {
      if (field.isVolatile()) {
        SyncClock clock = field.syncClock(object);
        if (clock != null) {
          clock.acquire(thread);
        }
      } else if (field.resolve(object)) {
        AccessRule.read(new WordVariable(field, object), thread, thread.context, 0);
      }
    }
  }
}
