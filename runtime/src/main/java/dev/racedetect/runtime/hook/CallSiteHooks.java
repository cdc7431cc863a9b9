package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.HandedOver;
import org.jspecify.annotations.Nullable;

/**
 * Call sites as they are linked (catalogue IND-1), and those whose targets are pushed to all
 * threads (IND-5): an edge to each thread that finds the target afterwards. The specification has
 * it reach all threads at their next synchronisation, whether they look at the site or not: such
 * programs are not known, and ordering everybody would hide races. Called by woven JDK methods;
 * null is ignored.
 */
public final class CallSiteHooks {
  /** Looked up by the first switch point: the class is loaded then. */
  private static final class Fields {
    static final long SITE = JdkFields.offset("java.lang.invoke.SwitchPoint", "mcs");
  }

  private CallSiteHooks() {}

  /**
   * After a bootstrap method has made a call site, which the JVM then "installs visibly to all
   * threads" (package {@code java.lang.invoke}). Those of the JDK have no fields that are watched.
   */
  public static void linked(@Nullable Object site) {
    if (site != null && site.getClass().getClassLoader() != null) {
      HandedOver.forgetPlain(site);
    }
  }

  /** Before the targets of an array of call sites are pushed. */
  public static void pushing(@Nullable Object sites) {
    if (sites instanceof Object[] array) {
      for (Object site : array) {
        SyncHooks.release(site);
      }
    }
  }

  /** Before switch points are invalidated: each is a call site whose new target is pushed. */
  public static void invalidating(@Nullable Object points) {
    if (points instanceof Object[] array) {
      for (Object point : array) {
        if (point != null) {
          SyncHooks.release(JdkFields.referenceAt(point, Fields.SITE));
        }
      }
    }
  }
}
