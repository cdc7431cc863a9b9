import java.util.IdentityHashMap;
import java.util.Map;

/** 3.2: as HashMap. */
class RaceIdentityHashMap {
  private static final Map<Object, Integer> map = new IdentityHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.put(new Object(), 1); // RACE IdentityHashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.size(); // RACE IdentityHashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
