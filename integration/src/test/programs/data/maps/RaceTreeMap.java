import java.util.TreeMap;

/** 3.2: as HashMap. */
class RaceTreeMap {
  private static final TreeMap<String, Integer> map = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("x", 1); // RACE TreeMap
            });
    Thread second =
        new Thread(
            () -> {
              map.firstKey(); // RACE TreeMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
