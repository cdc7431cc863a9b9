import java.util.HashMap;
import java.util.Map;

/** 3.2: a map that only an array keeps. */
class RaceMapsInArray {
  @SuppressWarnings("unchecked")
  private static final Map<Integer, Integer>[] stripes = new Map[2];

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      stripes[i] = new HashMap<>();
    }
    Thread first =
        new Thread(
            () -> {
              stripes[1].put(1, 1); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              stripes[1].put(2, 2); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
