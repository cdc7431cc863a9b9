package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ShadowField;
import dev.racedetect.runtime.thread.OffsetLookup;
import dev.racedetect.runtime.thread.Periods;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Keeps injected members out of what reflection shows; called by the JDK's own filter. */
public final class HiddenMembers {
  /** Name of a static field that says: the static initialiser of the class is injected. */
  public static final String INITIALIZER = ShadowField.PREFIX + "i";

  /** Whether {@link #initializer} is asked. */
  private static volatile boolean hidesInitializers;

  private HiddenMembers() {}

  /**
   * Whether injected static initialisers do not change the default {@code serialVersionUID} of a
   * class.
   */
  public static boolean hidesInitializers() {
    return hidesInitializers;
  }

  /** The JDK asks {@link #initializer} from now on. */
  public static void hideInitializers() {
    hidesInitializers = true;
  }

  /**
   * Whether a class has a static initialiser that is not injected.
   *
   * @param any whether it has one at all; true for no array
   */
  public static boolean initializer(Class<?> type, boolean any) {
    return any && OffsetLookup.of(type, INITIALIZER) == OffsetLookup.ABSENT;
  }

  /** The fields that are not injected; the same array if none is. */
  public static Field[] fields(Field[] all) {
    int shown = shown(all);
    if (shown == all.length) {
      return all;
    }
    Field[] left = new Field[shown];
    copy(all, left);
    return left;
  }

  /** The methods that are not injected; the same array if none is. */
  public static Method[] methods(Method[] all) {
    int shown = shown(all);
    if (shown == all.length) {
      return all;
    }
    Method[] left = new Method[shown];
    copy(all, left);
    return left;
  }

  private static int shown(Member[] all) {
    int shown = 0;
    for (Member m : all) {
      if (!injected(m)) {
        shown++;
      }
    }
    return shown;
  }

  private static boolean injected(Member member) {
    return member.getName().startsWith(ShadowField.PREFIX)
        || Periods.SAMPLED && member instanceof Method method && isCheckedForm(method);
  }

  private static boolean isCheckedForm(Method method) {
    int last = method.getParameterCount() - 1;
    return last >= 0 && method.isSynthetic() && method.getParameterTypes()[last] == Checked.class;
  }

  private static void copy(Member[] all, Member[] left) {
    int n = 0;
    for (Member m : all) {
      if (!injected(m)) {
        left[n++] = m;
      }
    }
  }
}
