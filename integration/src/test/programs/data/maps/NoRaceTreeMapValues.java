import java.util.TreeMap;

/** 3.2: values of different keys. */
class NoRaceTreeMapValues {
  private static final TreeMap<String, Integer> map = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("a", 3);
            });
    Thread second =
        new Thread(
            () -> {
              map.put("b", 4);
              map.ceilingKey("b");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
