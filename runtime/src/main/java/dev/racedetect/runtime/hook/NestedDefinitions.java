package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Offers for instrumentation what the JVM does not: hidden classes, and classes that a thread
 * defines while it is inside a transformer ({@code java.lang.instrument} leaves out nested ones).
 * The latter happens when a class loader of the application, asked for a class file, loads classes
 * of its own for the first time. Without their injected members others that access their fields
 * would fail to link.
 *
 * <p>Called first thing by {@code ClassLoader.defineClass} of a byte array, and by {@code
 * Lookup.defineHiddenClass}. Classes defined from a direct buffer, or loaded by the JVM itself, are
 * not seen here.
 */
public final class NestedDefinitions {

  /** Rewrites a class file. */
  public interface Offer {
    /**
     * The instrumented class file.
     *
     * @param loader the defining loader
     * @param name internal name
     * @param classfile the class file
     * @return null if it stays as it is
     */
    byte @Nullable [] rewrite(ClassLoader loader, String name, byte[] classfile);

    /**
     * The instrumented class file of a hidden class, of which there may be many of one name.
     *
     * @param loader the defining loader
     * @param classfile the class file, not checked yet
     * @return null if it stays as it is
     */
    byte @Nullable [] rewriteHidden(ClassLoader loader, byte[] classfile);
  }

  /** Set once at start. */
  private static volatile @Nullable Offer target;

  private NestedDefinitions() {}

  /** Says who rewrites. */
  public static void to(Offer offer) {
    target = offer;
  }

  /**
   * The class file to define.
   *
   * @param name binary name; null if unknown, which only loaders of the oldest kind do
   * @return {@code bytes} itself, null too, if nothing is to be changed; else a whole class file
   */
  public static byte @Nullable [] offer(
      ClassLoader loader, @Nullable String name, byte @Nullable [] bytes, int offset, int length) {
    Offer offer = target;
    if (offer == null || name == null || bytes == null || !nested()) {
      return bytes;
    }
    if (offset < 0 || length < 0 || offset > bytes.length - length) {
      return bytes;
    }
    byte[] file = new byte[length];
    System.arraycopy(bytes, offset, file, 0, length);
    byte[] rewritten = offer.rewrite(loader, name.replace('.', '/'), file);
    return rewritten == null ? bytes : rewritten;
  }

  /**
   * The class file of a hidden class to define.
   *
   * @param lookup whoever defines it
   * @return {@code bytes} itself, null too, if nothing is to be changed; else a class file
   */
  public static byte @Nullable [] hidden(MethodHandles.Lookup lookup, byte @Nullable [] bytes) {
    Offer offer = target;
    ClassLoader loader = lookup.lookupClass().getClassLoader();
    if (offer == null || loader == null || bytes == null) {
      return bytes;
    }
    byte[] rewritten = offer.rewriteHidden(loader, bytes);
    return rewritten == null ? bytes : rewritten;
  }

  private static boolean nested() {
    return ThreadState.own().transforming > 0;
  }

  /** Where the class file begins in what {@link #offer} returned. */
  public static int offset(byte @Nullable [] offered, byte @Nullable [] bytes, int offset) {
    return offered == bytes ? offset : 0;
  }

  /** How long the class file is that {@link #offer} returned. */
  public static int length(byte @Nullable [] offered, byte @Nullable [] bytes, int length) {
    return offered == null || offered == bytes ? length : offered.length;
  }
}
