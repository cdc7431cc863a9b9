package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Links the hooks of field accesses whose class could not be seen when the accessing class was
 * rewritten: generated at run time, or kept by a loader that shows no class files. Whether such a
 * field is plain, volatile or final is told by the accessors that its class, loaded by now, has. A
 * class that has none is not watched. The freeze of such final fields is not followed, so what was
 * published through them by a race may be reported.
 */
public final class LateFieldHooks {
  private LateFieldHooks() {}

  /**
   * The bootstrap method.
   *
   * @param type object (of an instance field), thread, context, site
   * @param owner internal name of the class under which the field is accessed
   * @param check accessor of a plain field; empty if accesses are not checked
   * @param sync accessor of a volatile field
   * @param initialised accessor of a static final field; empty if there can be none
   */
  public static CallSite link(
      MethodHandles.Lookup caller,
      String name,
      MethodType type,
      String owner,
      String check,
      String sync,
      String initialised) {
    Class<?> declaring = null;
    try {
      ClassLoader loader = caller.lookupClass().getClassLoader();
      declaring = Class.forName(owner.replace('/', '.'), false, loader);
    } catch (ClassNotFoundException | LinkageError | RuntimeException missing) {
      // The instruction itself will say so.
    }
    ThreadState thread = ThreadState.own();
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      int site = type.parameterCount() - 2;
      MethodType brief = type.dropParameterTypes(site, site + 2);
      MethodHandle hook = find(caller, declaring, check, type);
      if (hook == null) {
        MethodHandle edge = find(caller, declaring, sync, brief);
        edge = edge != null ? edge : find(caller, declaring, initialised, brief);
        hook =
            edge != null
                ? MethodHandles.dropArguments(edge, site, long.class, int.class)
                : MethodHandles.empty(type);
      }
      return new ConstantCallSite(hook);
    } finally {
      thread.comeOut(level, outer);
    }
  }

  private static @Nullable MethodHandle find(
      MethodHandles.Lookup caller, @Nullable Class<?> declaring, String name, MethodType type) {
    if (declaring == null || name.isEmpty()) {
      return null;
    }
    try {
      return caller.findStatic(declaring, name, type);
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }
}
