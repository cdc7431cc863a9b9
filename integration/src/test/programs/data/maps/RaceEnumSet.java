import java.util.EnumSet;

/** 3.2: one long word. */
class RaceEnumSet {
  enum Color {
    RED,
    GREEN
  }
  
  private static final EnumSet<Color> set = EnumSet.noneOf(Color.class);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.add(Color.RED); // RACE RegularEnumSet
            });
    Thread second =
        new Thread(
            () -> {
              set.contains(Color.GREEN); // RACE RegularEnumSet
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
