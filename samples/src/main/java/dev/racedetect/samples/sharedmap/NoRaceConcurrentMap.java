package dev.racedetect.samples.sharedmap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two goroutines write into one concurrent map.
 *
 * <p>Go: {@code sync.Map}. {@code merge} replaces the value as one step. Reading with {@code get}
 * and writing with {@code put} would be free of data races too, and lose counts nevertheless: a
 * detector of data races does not find that.
 */
public final class NoRaceConcurrentMap {

  private NoRaceConcurrentMap() {}

  private static Thread counting(Map<String, Integer> map, String... words) {
    return new Thread(
        () -> {
          for (String word : words) {
            map.merge(word, 1, Integer::sum);
          }
        });
  }

  /** Counts words of two texts into one map and prints how many different ones it holds. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Thread first = counting(map, "do", "not", "communicate", "by", "sharing");
    Thread second = counting(map, "do", "share", "by", "communicating");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("different words " + map.size());
  }
}
