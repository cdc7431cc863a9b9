package dev.racedetect.runtime.hook;

/** What an atomic access does, as bits that emitted code passes on. */
public final class Effect {
  /** It reads. */
  public static final int READ = 1;

  /** It writes. */
  public static final int WRITE = 2;

  /** What it reads was released before (volatile and acquire modes). */
  public static final int ACQUIRE = 4;

  /** What it writes releases (volatile and release modes). */
  public static final int RELEASE = 8;

  private Effect() {}
}
