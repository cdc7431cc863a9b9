import java.util.EnumMap;
import java.util.Map;

/** 3.2: two readers. */
class NoRaceEnumMap {
  enum Color {
    RED,
    GREEN
  }
  
  private static final Map<Color, Integer> map = new EnumMap<>(Color.class);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get(Color.RED);
            });
    Thread second =
        new Thread(
            () -> {
              map.containsKey(Color.GREEN);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
