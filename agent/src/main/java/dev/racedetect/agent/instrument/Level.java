package dev.racedetect.agent.instrument;

/** How much of a method is instrumented. One that would grow too large is taken down a level. */
enum Level {
  /** Accesses, synchronisation, calling context. */
  FULL,
  /** Synchronisation only: no edge is lost, races of this method's own accesses are missed. */
  SYNCHRONISATION,
  /** Nothing: even its monitors and volatiles are invisible. */
  NONE;

  Level below() {
    return this == FULL ? SYNCHRONISATION : NONE;
  }
}
