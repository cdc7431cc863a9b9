import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 3.2: two lists with the same identity hash code are two. */
class NoRaceArrayListsOfOneHashCode {
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
              list.add(2);
              list.set(0, 3);
            });
    Thread second =
        new Thread(
            () -> {
              other.get(0);
              other.add(4);
              other.set(0, 3);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
