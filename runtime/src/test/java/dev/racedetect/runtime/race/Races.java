package dev.racedetect.runtime.race;

/** Races made by hand, for tests. */
public final class Races {

  private Races() {}

  /** A frame {@code className.method(Simple.java:line)}. */
  public static StackTraceElement frame(String className, String method, int line) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    String file = (nested < 0 ? simple : simple.substring(0, nested)) + ".java";
    return new StackTraceElement(className, method, file, line);
  }

  public static StackTraceElement[] stack(StackTraceElement... frames) {
    return frames;
  }

  public static ThreadFacts main() {
    return new ThreadFacts(1, "main", false, false, null, stack());
  }

  public static ThreadFacts worker(long id) {
    StackTraceElement[] createdAt = stack(frame("com.acme.App", "main", 7));
    return new ThreadFacts(id, "worker-" + id, false, false, "t1", createdAt);
  }

  public static Location field() {
    return new Location(Location.FIELD, "com.acme.Counter", "value", -1, "Counter@1b2c3d");
  }

  public static Location array() {
    return new Location(Location.ARRAY, "int[]", "", 3, "int[]@1b2c3d");
  }

  public static LockFacts[] noLock() {
    return new LockFacts[0];
  }

  public static LockFacts[] lock(String object) {
    return new LockFacts[] {new LockFacts(object, stack(frame("com.acme.Job", "run", 38)))};
  }

  public static AccessFacts write(ThreadFacts thread, StackTraceElement... stack) {
    return new AccessFacts("write", thread, stack, noLock());
  }

  public static AccessFacts read(ThreadFacts thread, StackTraceElement... stack) {
    return new AccessFacts("read", thread, stack, noLock());
  }

  /** The access with other locks. */
  public static AccessFacts holding(AccessFacts access, LockFacts... locks) {
    return new AccessFacts(access.op(), access.thread(), access.stack(), locks);
  }

  /** A write by a worker against a read by another. */
  public static RaceFinding writeRead() {
    return new RaceFinding(
        field(),
        write(worker(23), frame("com.acme.Counter", "inc", 12), frame("com.acme.Job", "run", 40)),
        read(worker(22), frame("com.acme.Counter", "get", 16), frame("com.acme.Job", "run", 41)));
  }
}
