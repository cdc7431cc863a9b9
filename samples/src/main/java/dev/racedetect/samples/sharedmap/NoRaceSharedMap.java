package dev.racedetect.samples.sharedmap;

/**
 * Two goroutines write into one map, one at a time.
 *
 * <p>Go: a map with a {@code sync.Mutex} beside it. Every method takes the monitor of the map, the
 * ones that only read included; that is the whole difference to {@link RaceSharedMap}.
 */
public final class NoRaceSharedMap {

  private NoRaceSharedMap() {}

  private static final class WordCount {
    private final String[] words = new String[100];
    private final int[] counts = new int[100];
    private int size;

    synchronized void add(String word) {
      for (int i = 0; i < size; i++) {
        if (word.equals(words[i])) {
          counts[i]++;
          return;
        }
      }
      words[size] = word;
      counts[size] = 1;
      size++;
    }

    synchronized int size() {
      return size;
    }
  }

  private static Thread counting(WordCount map, String... words) {
    return new Thread(
        () -> {
          for (String word : words) {
            map.add(word);
          }
        });
  }

  /** Counts words of two texts into one map and prints how many different ones it holds. */
  public static void main(String[] args) throws InterruptedException {
    WordCount map = new WordCount();
    Thread first = counting(map, "do", "not", "communicate", "by", "sharing");
    Thread second = counting(map, "do", "share", "by", "communicating");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("different words " + map.size());
  }
}
