package dev.racedetect.runtime.hook;

/**
 * The last parameter of the injected method that holds the checked form of another method of that
 * name; always null. It tells the two apart.
 */
public final class Checked {
  private Checked() {}
}
