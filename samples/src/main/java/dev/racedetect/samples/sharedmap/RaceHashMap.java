package dev.racedetect.samples.sharedmap;

import java.util.HashMap;
import java.util.Map;

/**
 * Two goroutines write into one {@code HashMap}.
 *
 * <p>Go: {@code m[word]++} from two goroutines. The class says of itself that it must be
 * synchronized from outside if one of several threads modifies it. The report names the two calls of this
 * program, not the inside of the map.
 */
public final class RaceHashMap {

  private RaceHashMap() {}

  private static Thread counting(Map<String, Integer> map, String... words) {
    return new Thread(
        () -> {
          for (String word : words) {
            map.merge(word, 1, Integer::sum); // RACE HashMap
          }
        });
  }

  /** Counts words of two texts into one map and prints how many different ones it holds. */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Integer> map = new HashMap<>();
    Thread first = counting(map, "do", "not", "communicate", "by", "sharing");
    Thread second = counting(map, "do", "share", "by", "communicating");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("different words " + map.size());
  }
}
