import java.util.EnumMap;
import java.util.Map;

/** 3.2: one location, values included. */
class RaceEnumMap {
  enum Color {
    RED,
    GREEN
  }
  
  private static final Map<Color, Integer> map = new EnumMap<>(Color.class);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.put(Color.RED, 1); // RACE EnumMap
            });
    Thread second =
        new Thread(
            () -> {
              map.get(Color.GREEN); // RACE EnumMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
