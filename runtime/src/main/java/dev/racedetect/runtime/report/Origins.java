package dev.racedetect.runtime.report;

import org.jspecify.annotations.Nullable;

/**
 * Where the packages of the program were loaded from. Filled by the agent as classes are loaded,
 * read when a race was found. Thread-safe.
 */
public final class Origins {

  private static final Object LOCK = new Object();

  /** Open addressing by package name, guarded by LOCK. */
  private static @Nullable Entry[] table = new Entry[256];

  /** Guarded by LOCK. */
  private static int size;

  private Origins() {}

  /** A package and the places from which its classes came. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(String packageName, String[] locations) {}

  /**
   * Notes a class.
   *
   * @param packageName its package, with dots; empty for none
   * @param location path of its folder or jar, as the class loader tells; empty when it is unknown
   */
  public static void loaded(String packageName, String location) {
    synchronized (LOCK) {
      int at = find(table, packageName);
      Entry entry = table[at];
      if (entry == null) {
        if (3 * size >= 2 * table.length) {
          grow();
          at = find(table, packageName);
        }
        table[at] = new Entry(packageName, new String[] {location});
        size++;
      } else if (!contains(entry.locations, location)) {
        String[] more = new String[entry.locations.length + 1];
        System.arraycopy(entry.locations, 0, more, 0, entry.locations.length);
        more[entry.locations.length] = location;
        table[at] = new Entry(packageName, more);
      }
    }
  }

  private static boolean contains(String[] texts, String text) {
    for (String one : texts) {
      if (one.equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static void grow() {
    @Nullable Entry[] larger = new Entry[2 * table.length];
    for (Entry entry : table) {
      if (entry != null) {
        larger[find(larger, entry.packageName)] = entry;
      }
    }
    table = larger;
  }

  private static int find(@Nullable Entry[] entries, String packageName) {
    int at = packageName.hashCode() & (entries.length - 1);
    for (Entry entry = entries[at]; entry != null; entry = entries[at]) {
      if (entry.packageName.equals(packageName)) {
        break;
      }
      at = (at + 1) & (entries.length - 1);
    }
    return at;
  }

  /** The places from which classes of a package came; empty when there were none. */
  static String[] of(String packageName) {
    synchronized (LOCK) {
      Entry entry = table[find(table, packageName)];
      return entry == null ? new String[0] : entry.locations;
    }
  }

  /** All packages that came from anywhere but a library, in no order. */
  static String[] packagesOutside(LibraryJars libraries) {
    synchronized (LOCK) {
      String[] names = new String[size];
      int count = 0;
      for (Entry entry : table) {
        if (entry != null && libraries.of(entry.locations) == null) {
          names[count++] = entry.packageName;
        }
      }
      String[] result = new String[count];
      System.arraycopy(names, 0, result, 0, count);
      return result;
    }
  }

  /** The package of a class. */
  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }
}
