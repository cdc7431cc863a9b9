import java.util.ArrayList;
import java.util.List;

/** 3.2: a search reads the elements up to what it finds. */
class NoRaceArrayListSearched {
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    list.set(1, 5);
    Thread first =
        new Thread(
            () -> {
              list.set(1, 4);
            });
    Thread second =
        new Thread(
            () -> {
              list.contains(3);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
