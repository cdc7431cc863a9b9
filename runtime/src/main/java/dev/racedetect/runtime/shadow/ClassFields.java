package dev.racedetect.runtime.shadow;

import org.jspecify.annotations.Nullable;

/**
 * The registered fields by the name of their class, and the ids under which the initialisation of
 * classes is known. Used when the class of an object is met for the first time.
 */
public final class ClassFields {
  private static final class Entry {
    final String className;
    final int id;
    final @Nullable Entry next;

    Entry(String className, int id, @Nullable Entry next) {
      this.className = className;
      this.id = id;
      this.next = next;
    }
  }

  private static final class Index {
    private @Nullable Entry[] heads = new Entry[1024];
    private int size;

    void add(String className, int id) {
      if (size == heads.length) {
        @Nullable Entry[] old = heads;
        heads = new Entry[old.length * 2];
        size = 0;
        for (Entry head : old) {
          for (Entry e = head; e != null; e = e.next) {
            add(e.className, e.id);
          }
        }
      }
      int at = at(className);
      heads[at] = new Entry(className, id, heads[at]);
      size++;
    }

    int[] ids(String className) {
      int n = 0;
      for (Entry e = heads[at(className)]; e != null; e = e.next) {
        n += e.className.equals(className) ? 1 : 0;
      }
      int[] ids = new int[n];
      for (Entry e = heads[at(className)]; e != null; e = e.next) {
        if (e.className.equals(className)) {
          ids[--n] = e.id;
        }
      }
      return ids;
    }

    private int at(String className) {
      int hash = className.hashCode() * 0x9E3779B9;
      return (hash ^ hash >>> 15) & heads.length - 1;
    }
  }

  /** Guarded by the class lock, as are the others. */
  private static final Index FIELDS = new Index();

  private static final Index INITIALISERS = new Index();

  /** How many registered fields are in the index. */
  private static int indexed;

  private ClassFields() {}

  /**
   * Notes the id under which the initialisation of a class is acquired.
   *
   * @param className binary name
   */
  public static synchronized void initialiser(String className, int classId) {
    INITIALISERS.add(className, classId);
  }

  /** The registered fields of all classes of that binary name, each once. */
  static synchronized ShadowField[] of(String className) {
    for (int count = ShadowFields.count(); indexed < count; indexed++) {
      FIELDS.add(ShadowFields.get(indexed).className(), indexed);
    }
    int[] ids = FIELDS.ids(className);
    ShadowField[] fields = new ShadowField[ids.length];
    int n = 0;
    for (int id : ids) {
      ShadowField field = ShadowFields.get(id);
      boolean known = false;
      for (int i = 0; i < n; i++) {
        known |= fields[i].key().equals(field.key());
      }
      if (!known) {
        fields[n++] = field;
      }
    }
    ShadowField[] once = new ShadowField[n];
    System.arraycopy(fields, 0, once, 0, n);
    return once;
  }

  /**
   * The name under which a class was instrumented: that of a hidden class is the one in its class
   * file, without what the JVM adds.
   */
  static String name(Class<?> type) {
    String name = type.getName();
    int added = type.isHidden() ? name.indexOf('/') : -1;
    return added < 0 ? name : name.substring(0, added);
  }

  /** The initialisation ids of all classes of that binary name. */
  static synchronized int[] initialisers(String className) {
    return INITIALISERS.ids(className);
  }
}
