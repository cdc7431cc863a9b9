import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 3.2: of two lists with the same identity hash code, one is read and then the other. */
class RaceArrayListsOfOneHashCode {
  private static List<Integer> list;
  private static List<Integer> other;

  /** Lists by their identity hash codes, until two have the same. */
  private static void collide() {
    Map<Integer, List<Integer>> seen = new HashMap<>();
    for (int i = 0; i < 1_000_000 && list == null; i++) {
      List<Integer> made = new ArrayList<>(List.of(1));
      List<Integer> same = seen.putIfAbsent(System.identityHashCode(made), made);
      if (same != null) {
        list = same;
        other = made;
      }
    }
    if (list == null) {
      list = new ArrayList<>(List.of(1));
      other = new ArrayList<>(List.of(1));
    }
  }

  public static void main(String[] args) throws Exception {
    collide();
    Thread first =
        new Thread(
            () -> {
              list.get(0);
              list.get(0);
              list.get(0);
              other.get(0); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              other.add(4); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
