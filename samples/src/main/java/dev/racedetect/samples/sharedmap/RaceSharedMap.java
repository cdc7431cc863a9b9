package dev.racedetect.samples.sharedmap;

/**
 * Two goroutines write into one map.
 *
 * <p>Go: {@code m[word]++} from two goroutines, which Go's own map answers with "concurrent map
 * writes" if one is lucky. The map of this program is written out, so that each of its parts is
 * seen to race: entries are overwritten, counts get lost, the size is wrong.
 */
public final class RaceSharedMap {

  private RaceSharedMap() {}

  private static final class WordCount {
    private final String[] words = new String[100];
    private final int[] counts = new int[100];
    private int size;

    void add(String word) {
      for (int i = 0; i < size; i++) { // RACE size
        if (word.equals(words[i])) { // RACE String[]
          counts[i]++; // RACE int[]
          return;
        }
      }
      int free = size; // RACE size
      words[free] = word; // RACE String[]
      counts[free] = 1; // RACE int[]
      size = free + 1; // RACE size
    }

    int size() {
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
