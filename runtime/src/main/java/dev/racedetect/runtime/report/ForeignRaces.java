package dev.racedetect.runtime.report;

import dev.racedetect.runtime.race.FingerprintSet;

/** Counts distinct races outside the program's own code by library. Not thread-safe. */
final class ForeignRaces {

  private final FingerprintSet seen = new FingerprintSet();
  private String[] names = new String[0];
  private int[] counts = new int[0];

  /**
   * Counts a race.
   *
   * @param library name and version of the library; empty when it is not known
   * @return false when it was counted before
   */
  boolean add(String fingerprint, String library) {
    if (!seen.add(fingerprint)) {
      return false;
    }
    int at = 0;
    while (at < names.length && !names[at].equals(library)) {
      at++;
    }
    if (at == names.length) {
      String[] moreNames = new String[at + 1];
      int[] moreCounts = new int[at + 1];
      System.arraycopy(names, 0, moreNames, 0, at);
      System.arraycopy(counts, 0, moreCounts, 0, at);
      moreNames[at] = library;
      names = moreNames;
      counts = moreCounts;
    }
    counts[at]++;
    return true;
  }

  /** Number of distinct races. */
  int size() {
    return seen.size();
  }

  /** A line for each library; empty for none. */
  String lines() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      if (!names[i].isEmpty()) {
        out.append("racedetect: ").append(counts[i]).append(" data race(s) in ");
        out.append(names[i]).append(" alone\n");
      }
    }
    return out.toString();
  }
}
