package dev.racedetect.runtime.shadow;

/**
 * One step of a trace.
 *
 * @param kind what happens
 * @param thread number of the acting thread
 * @param object number of the other thread, lock, volatile or variable
 */
record Step(Kind kind, int thread, int object) {
  enum Kind {
    /** Starts a thread of that number; the number may have belonged to a thread that ended. */
    FORK,
    /** The acting thread ends. */
    END,
    /** Joins the latest ended thread of that number. */
    JOIN,
    LOCK,
    UNLOCK,
    VOLATILE_READ,
    VOLATILE_WRITE,
    /** An operation that publishes, fails, and takes back: one atomic step. */
    FAILED_CAS,
    /** The first half of a failing operation. */
    ATTEMPT,
    /** The second half. */
    UNDO,
    READ,
    WRITE
  }
}
