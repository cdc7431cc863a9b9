import java.util.TreeMap;

/** 3.3: a sub-map is a view of the map behind it. */
class RaceTreeMapView {
  private static final TreeMap<String, Integer> map = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("aa", 1); // RACE TreeMap
            });
    Thread second =
        new Thread(
            () -> {
              map.headMap("b").size(); // RACE TreeMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
