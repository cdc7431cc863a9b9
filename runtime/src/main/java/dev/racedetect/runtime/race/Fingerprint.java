package dev.racedetect.runtime.race;

/**
 * The name of a distinct race: 16 hexadecimal digits that are the same for the same race in another
 * run, on another machine, and after lines have moved.
 *
 * <p>It covers the location (kind, class, field; the element type for arrays, without index) and
 * for each access what it did and the class and method of its innermost frames outside the JDK. It
 * leaves out line numbers, identities of objects and threads, the order of the two accesses, and
 * the numbers that compilers and the JVM give to lambdas, hidden classes, proxies and access
 * methods.
 *
 * <p>Two races that differ only in outer frames, or in which lambda of one method accesses the
 * location, share a fingerprint: the second is not reported.
 */
public final class Fingerprint {

  /** Frames of each side that count; deeper callers vary with the way a thread was started. */
  private static final int FRAMES = 3;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /**
   * The fingerprint of a race.
   *
   * @param finding the race
   * @return 16 lower-case hexadecimal digits
   */
  public static String of(RaceFinding finding) {
    Location location = finding.location();
    long hash = add(FNV_OFFSET, location.kind());
    hash = add(hash, StableNames.ofClass(location.className()));
    hash = add(hash, StableNames.ofMethod(location.name()));
    long one = side(finding.current());
    long other = side(finding.previous());
    hash = add(hash, Math.min(one, other));
    hash = add(hash, Math.max(one, other));
    return hex(finish(hash));
  }

  /**
   * The fingerprint of something else that happened at a place: the first frames outside the JDK of
   * the first stack that has any.
   *
   * @param kind the kind of event
   * @param subject name of the class that it is about
   * @param stacks stacks, innermost frame first
   * @return 16 lower-case hexadecimal digits
   */
  public static String of(String kind, String subject, StackTraceElement[]... stacks) {
    long hash = add(add(FNV_OFFSET, kind), StableNames.ofClass(subject));
    for (StackTraceElement[] stack : stacks) {
      long with = place(hash, stack);
      if (with != hash) {
        return hex(finish(with));
      }
    }
    return hex(finish(hash));
  }

  private static long side(AccessFacts access) {
    return place(add(FNV_OFFSET, access.op()), access.stack());
  }

  private static long place(long before, StackTraceElement[] all) {
    long hash = before;
    StackTraceElement[] stack = Frames.trim(all);
    int count = 0;
    for (int i = 0; i < stack.length && count < FRAMES; i++) {
      String className = stack[i].getClassName();
      if (!StableNames.isJdk(className)) {
        hash = add(hash, StableNames.ofClass(className));
        hash = add(hash, StableNames.ofMethod(stack[i].getMethodName()));
        count++;
      }
    }
    return hash;
  }

  /** FNV-1a over the text and a terminator, so that "ab","c" and "a","bc" differ. */
  private static long add(long hash, String text) {
    long result = hash;
    for (int i = 0; i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * FNV_PRIME;
    }
    return (result ^ 0xffff) * FNV_PRIME;
  }

  private static long add(long hash, long value) {
    long result = hash;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      result = (result ^ ((value >>> shift) & 0xff)) * FNV_PRIME;
    }
    return result;
  }

  /** Spreads FNV's weak low bits (the finalizer of SplitMix64, Steele et al., OOPSLA'14). */
  private static long finish(long hash) {
    long result = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    result = (result ^ (result >>> 27)) * 0x94d049bb133111ebL;
    return result ^ (result >>> 31);
  }

  private static String hex(long value) {
    char[] digits = new char[16];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Character.forDigit((int) (value >>> (60 - 4 * i)) & 0xf, 16);
    }
    return new String(digits);
  }
}
