package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.race.Declaration;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.OffsetLookup;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * A field of an instrumented class and where its injected shadow state lies. Offsets are found on
 * the first access that leaves the emitted fast path, when the class is surely loaded.
 */
public final class ShadowField {
  /** Prefix of the names of all injected members. */
  public static final String PREFIX = "$rd$";

  /** Name of the injected freeze stamp of an object with final reference fields. */
  public static final String STAMP = PREFIX + "z";

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final String className;
  private final String name;
  private final String key;
  private final boolean isStatic;

  /** Offset of the write word; 0 until resolved. Written last, after the other offsets. */
  private volatile long writeOffset;

  /** Offset of the sync clock of a volatile field; 0 until resolved. */
  private volatile long clockOffset;

  private long readOffset;
  private long setOffset;

  /** Whether the field holds a reference. */
  private final boolean reference;

  /** Access flags and descriptor, for reports; set at registration, before the class runs. */
  private int access;

  private @Nullable String descriptor;

  ShadowField(String className, String name, String key, boolean isStatic, boolean reference) {
    this.key = key;
    this.className = className;
    this.name = name;
    this.isStatic = isStatic;
    this.reference = reference;
  }

  /** The same field with offsets of its own, for another class of that name. */
  ShadowField copy() {
    ShadowField copy = new ShadowField(className, name, key, isStatic, reference);
    copy.access = access;
    copy.descriptor = descriptor;
    return copy;
  }

  void declared(int flags, String type) {
    access = flags;
    descriptor = type;
  }

  /** How the source declares it; null if that was not told. */
  @Nullable String declaration() {
    String type = descriptor;
    return type == null ? null : Declaration.of(access, type, name);
  }

  /** Its value now in an object, or in the class object; null if that cannot be told. */
  @Nullable String presentValue(Object base) {
    String type = descriptor;
    Class<?> declaring = type == null ? null : declaring(base);
    if (type == null || declaring == null) {
      return null;
    }
    long offset = OffsetLookup.of(declaring, name);
    return offset == OffsetLookup.ABSENT ? null : PresentValue.ofField(base, offset, type);
  }

  /** What distinguishes it within its class in the names of injected members. */
  String key() {
    return key;
  }

  /** Whether a class of that name has the shadow state; finds the offsets in it. */
  boolean injectedInto(Class<?> declaring) {
    return findClock(declaring) || findWords(declaring);
  }

  private boolean findClock(Class<?> declaring) {
    long clock = OffsetLookup.of(declaring, syncClock(key));
    if (clock == OffsetLookup.ABSENT) {
      return false;
    }
    clockOffset = clock;
    return true;
  }

  /** The offset of the write word comes last: it tells other threads that all are there. */
  private boolean findWords(Class<?> declaring) {
    long read = OffsetLookup.of(declaring, readWord(key));
    if (read == OffsetLookup.ABSENT) {
      return false;
    }
    readOffset = read;
    setOffset = UNSAFE.objectFieldOffset(declaring, readSet(key));
    writeOffset = UNSAFE.objectFieldOffset(declaring, writeWord(key));
    return true;
  }

  /** Whether it is a volatile field, once its offsets were found. */
  boolean isVolatile() {
    return clockOffset != 0;
  }

  /** Binary name of the declaring class. */
  public String className() {
    return className;
  }

  /** Name of the field. */
  public String name() {
    return name;
  }

  /** Whether it is a static field; its base is then the class object. */
  public boolean isStatic() {
    return isStatic;
  }

  /** Name of the injected write word of a field. */
  public static String writeWord(String field) {
    return PREFIX + "w$" + field;
  }

  /** Name of the injected read word of a field. */
  public static String readWord(String field) {
    return PREFIX + "r$" + field;
  }

  /** Name of the injected reference to the read set of a field. */
  public static String readSet(String field) {
    return PREFIX + "s$" + field;
  }

  /** Name of the injected reference to the sync clock of a volatile field. */
  public static String syncClock(String field) {
    return PREFIX + "v$" + field;
  }

  /** Finds the offsets; false if the object's class does not have the shadow state. */
  boolean resolve(Object base) {
    if (writeOffset != 0) {
      return true;
    }
    Class<?> declaring = declaring(base);
    return declaring != null && findWords(declaring);
  }

  private @Nullable Class<?> declaring(Object base) {
    Class<?> c = isStatic ? (Class<?>) base : base.getClass();
    while (c != null && !ClassFields.name(c).equals(className)) {
      c = c.getSuperclass();
    }
    return c;
  }

  /** The object that an instance field of reference type refers to; null otherwise. */
  @Nullable Object referenceIn(Object owner) {
    if (!reference) {
      return null;
    }
    Class<?> declaring = declaring(owner);
    return declaring == null
        ? null
        : UNSAFE.getReference(owner, UNSAFE.objectFieldOffset(declaring, name));
  }

  /** The sync clock of this volatile field, null before the first write. */
  public @Nullable SyncClock syncClock(Object base) {
    return resolveClock(base) ? (SyncClock) UNSAFE.getReferenceAcquire(base, clockOffset) : null;
  }

  /** The same, made if there is none; null only if the object has no shadow state. */
  public @Nullable SyncClock syncClockForRelease(Object base) {
    if (!resolveClock(base)) {
      return null;
    }
    Object clock = UNSAFE.getReferenceAcquire(base, clockOffset);
    if (clock == null) {
      SyncClock made = new SyncClock();
      Object other = UNSAFE.compareAndExchangeReference(base, clockOffset, null, made);
      clock = other == null ? made : other;
    }
    return (SyncClock) clock;
  }

  private boolean resolveClock(Object base) {
    if (clockOffset != 0) {
      return true;
    }
    Class<?> declaring = declaring(base);
    return declaring != null && findClock(declaring);
  }

  /** Forgets the history of this field in an object that no other thread knows yet. */
  void forget(Object fresh) {
    if (isVolatile()) {
      if (resolveClock(fresh)) {
        UNSAFE.putReference(fresh, clockOffset, null);
      }
    } else if (resolve(fresh)) {
      UNSAFE.putReference(fresh, setOffset, null);
      UNSAFE.putLong(fresh, readOffset, 0);
      UNSAFE.putLong(fresh, writeOffset, 0);
    }
  }

  long writeOffset() {
    return writeOffset;
  }

  long readOffset() {
    return readOffset;
  }

  long setOffset() {
    return setOffset;
  }
}
