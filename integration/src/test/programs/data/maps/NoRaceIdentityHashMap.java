import java.util.IdentityHashMap;
import java.util.Map;

/** 3.2: two readers. */
class NoRaceIdentityHashMap {
  private static final Map<Object, Integer> map = new IdentityHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get("a");
            });
    Thread second =
        new Thread(
            () -> {
              map.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
