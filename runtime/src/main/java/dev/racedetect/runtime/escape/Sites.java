package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.StableNames;
import dev.racedetect.runtime.sync.WeakIdentityMap;
import org.jspecify.annotations.Nullable;

/** Where tasks and threads were submitted and started, by the class of the task. */
final class Sites {
  /** Found with two loads; keeps no class loader alive. */
  private static final class ByClass extends ClassValue<Site> {
    @Override
    protected Site computeValue(Class<?> type) {
      return StableNames.isJdk(type.getName()) ? Site.IGNORED : new Site();
    }
  }

  /** Only tasks of classes that are submitted in several places. */
  private static final class ByTask extends WeakIdentityMap<StackNote> {
    @Override
    protected StackNote create(Object key) {
      return new StackNote();
    }
  }

  private static final ByClass CLASSES = new ByClass();
  private static final ByTask TASKS = new ByTask();

  private Sites() {}

  /** In the submitting thread. */
  static void submitted(Object task) {
    Site site = CLASSES.get(task.getClass());
    if (site.wantsLook()) {
      int level = EscapeWatch.mute();
      try {
        look(site, task);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  private static void look(Site site, Object task) {
    if (!site.isMixed()) {
      site.look(new StackNote());
    }
    if (site.isMixed()) {
      TASKS.of(task);
    }
  }

  /** Where a task was submitted; empty if that is not known. */
  static StackTraceElement[] of(@Nullable Object task) {
    StackNote note = task == null ? null : TASKS.find(task);
    if (note != null) {
      return note.frames();
    }
    return task == null ? new StackTraceElement[0] : ofClass(task.getClass());
  }

  /** Where tasks of a class are submitted; empty if in several places. */
  static StackTraceElement[] ofClass(Class<?> type) {
    return CLASSES.get(type).frames();
  }
}
