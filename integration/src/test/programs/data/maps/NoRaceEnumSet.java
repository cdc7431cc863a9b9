import java.util.EnumSet;

/** 3.2: two readers. */
class NoRaceEnumSet {
  enum Color {
    RED,
    GREEN
  }
  
  private static final EnumSet<Color> set = EnumSet.noneOf(Color.class);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.contains(Color.RED);
            });
    Thread second =
        new Thread(
            () -> {
              set.isEmpty();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
