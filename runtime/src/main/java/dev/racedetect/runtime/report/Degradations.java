package dev.racedetect.runtime.report;

/**
 * Counts degradations by kind, so that one that happens to a thousand classes does not fill the
 * screen. Not thread-safe.
 */
final class Degradations {

  /** Lines printed for one kind; the rest are counted. */
  private static final int LINES = 10;

  private String[] kinds = new String[4];
  private int[] counts = new int[4];
  private int size;
  private int total;

  /** Counts one; false when its kind has been printed often enough. */
  boolean add(String what) {
    total++;
    int at = 0;
    while (at < size && !kinds[at].equals(what)) {
      at++;
    }
    if (at == kinds.length) {
      String[] moreKinds = new String[2 * at];
      int[] moreCounts = new int[2 * at];
      System.arraycopy(kinds, 0, moreKinds, 0, at);
      System.arraycopy(counts, 0, moreCounts, 0, at);
      kinds = moreKinds;
      counts = moreCounts;
    }
    if (at == size) {
      kinds[at] = what;
      size++;
    }
    return ++counts[at] <= LINES;
  }

  /** Number of all. */
  int total() {
    return total;
  }

  /** Lines about what was not printed; empty when all was. */
  String remainder() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size; i++) {
      if (counts[i] > LINES) {
        out.append("racedetect: ").append(kinds[i]).append(": ");
        out.append(counts[i] - LINES).append(" more\n");
      }
    }
    return out.toString();
  }
}
