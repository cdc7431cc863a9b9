package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.race.Fingerprint;
import dev.racedetect.runtime.race.FingerprintSet;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** Start and end of the watch over escaped exceptions, and the way of each to the reports. */
public final class EscapeWatch {
  private static final Object LOCK = new Object();

  /** Guarded by LOCK. */
  private static final FingerprintSet REPORTED = new FingerprintSet();

  /** Guarded by LOCK; null while nothing is watched. */
  private static @Nullable EscapeSink sink;

  /** Whether data races are watched too. Set once at start. */
  private static volatile boolean races;

  private static volatile @Nullable Thread mainThread;
  private static volatile boolean ending;

  private EscapeWatch() {}

  /**
   * Says where escapes go. Until then they go nowhere.
   *
   * @param target receives each distinct escape
   * @param app the program's own classes, empty to guess
   * @param withRaces whether data races are watched in the same JVM
   * @param main the thread of {@code main}, whose end the JVM reports itself
   */
  public static void start(EscapeSink target, ClassPatterns app, boolean withRaces, Thread main) {
    OwnCode.patterns(app);
    races = withRaces;
    mainThread = main;
    synchronized (LOCK) {
      sink = target;
    }
  }

  /** Judges what is left, once, when the JVM ends. Never throws. */
  public static void atExit() {
    if (ending) {
      return;
    }
    ending = true;
    int level = mute();
    try {
      Judge.atExit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // The end of the JVM must not fail because of us.
    } finally {
      unmute(level);
    }
  }

  /**
   * Judges the failures that nobody can look at any more, as at the end of a test. Collects garbage
   * for that. Never throws.
   */
  public static void settle() {
    int level = mute();
    try {
      Judge.collect();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // The program goes on unharmed.
    } finally {
      unmute(level);
    }
  }

  /** From now on nothing that this thread does is an access or an edge of the program. */
  public static int mute() {
    if (!races) {
      return 0;
    }
    ThreadState thread = ThreadState.current();
    int level = thread.mute;
    if (level < ThreadState.ENDED) {
      thread.goInside();
    }
    return level;
  }

  /** Ends {@link #mute}. */
  public static void unmute(int level) {
    if (races && level < ThreadState.ENDED) {
      ThreadState thread = ThreadState.current();
      if (thread.mute < ThreadState.ENDED) {
        thread.mute = level;
      }
    }
  }

  static boolean isMain(Thread thread) {
    return thread == mainThread;
  }

  /** Reports an escape unless the same one was reported before. */
  static void report(EscapeFinding finding) {
    String fingerprint =
        Fingerprint.of(
            finding.how().word(),
            finding.fault().className(),
            finding.fault().stack(),
            finding.submittedAt());
    synchronized (LOCK) {
      EscapeSink target = sink;
      if (target != null
          && !REPORTED.contains(fingerprint)
          && target.accept(finding, fingerprint)) {
        REPORTED.add(fingerprint);
      }
    }
  }

  /**
   * More or fewer threads are between an outcome, which others can see, and the note of it. The end
   * of the JVM waits for them.
   *
   * @param more 1 or -1
   */
  public static void noting(int more) {
    Judge.noting(more);
  }
}
