import java.util.HashMap;
import java.util.Map;

/** 3.2: stripes of maps, a lock for each. */
class NoRaceMapsInArray {
  @SuppressWarnings("unchecked")
  private static final Map<Integer, Integer>[] stripes = new Map[2];

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      stripes[i] = new HashMap<>();
    }
    Thread first =
        new Thread(
            () -> {
              synchronized (stripes[1]) {
                stripes[1].put(1, 1);
              }
            });
    Thread second =
        new Thread(
            () -> {
              stripes[0].put(1, 1);
              synchronized (stripes[1]) {
                stripes[1].put(2, 2);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
