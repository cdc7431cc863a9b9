package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.sync.WeakIdentityMap;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Finds the variable that a variable handle designates, for {@link PlaceHooks}. */
public final class VarHandleHooks {
  private static final class Kinds extends WeakIdentityMap<HandleKind> {
    @Override
    protected HandleKind create(Object handle) {
      return HandleKind.of((VarHandle) handle);
    }
  }

  private static final Kinds KINDS = new Kinds();

  private VarHandleHooks() {}

  /**
   * The variable of an access.
   *
   * @param first the first coordinate; null if there is none or it is a number
   * @param index the last coordinate if it is a number, else 0
   * @return null if the access will throw
   */
  public static @Nullable Place place(
      @Nullable VarHandle handle, @Nullable Object first, long index) {
    return handle == null ? null : KINDS.of(handle).place(handle, first, index);
  }

  /** The value of a coordinate that is passed as an object. */
  public static long index(@Nullable Object coordinate) {
    if (coordinate instanceof Integer i) {
      return i;
    }
    if (coordinate instanceof Long l) {
      return l;
    }
    if (coordinate instanceof Short s) {
      return s;
    }
    if (coordinate instanceof Byte b) {
      return b;
    }
    return coordinate instanceof Character c ? c : 0;
  }
}
