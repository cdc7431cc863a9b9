package dev.racedetect.agent.contract;

/** What a call of a variable handle, of {@code Unsafe} or of a field updater does, by its name. */
enum FallbackCall {
  /** It is none, or a plain access. */
  NOTHING,
  /** It reads in some mode above plain. */
  READS,
  /** It writes in some mode above plain. */
  WRITES,
  /** It does both, or may. */
  BOTH;

  static FallbackCall of(String owner, String name, String desc) {
    switch (owner) {
      case "java/lang/invoke/VarHandle":
        return name.equals("get") || name.equals("set") ? NOTHING : mode(name);
      case "jdk/internal/misc/Unsafe", "sun/misc/Unsafe":
        return desc.startsWith("(Ljava/lang/Object;J") ? unsafe(name) : NOTHING;
      default:
        return owner.startsWith("java/util/concurrent/atomic/") && owner.endsWith("FieldUpdater")
            ? mode(name.equals("lazySet") ? "set" : name)
            : NOTHING;
    }
  }

  static boolean isWait(String name, String desc) {
    return name.equals("wait") && (desc.equals("()V") || desc.equals("(J)V"));
  }

  private static FallbackCall mode(String name) {
    if (name.startsWith("getAnd") || name.endsWith("AndGet")) {
      return BOTH;
    }
    if (name.startsWith("get")) {
      return READS;
    }
    if (name.startsWith("set")) {
      return WRITES;
    }
    return name.startsWith("compareAnd") || name.startsWith("weakCompareAnd") ? BOTH : NOTHING;
  }

  private static FallbackCall unsafe(String name) {
    boolean ordered =
        name.endsWith("Volatile")
            || name.endsWith("Acquire")
            || name.endsWith("Release")
            || name.endsWith("Opaque")
            || name.startsWith("putOrdered");
    if (name.startsWith("put")) {
      return ordered ? WRITES : NOTHING;
    }
    if (name.startsWith("get") && !name.startsWith("getAnd")) {
      return ordered ? READS : NOTHING;
    }
    return mode(name);
  }
}
