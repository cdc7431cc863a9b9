import java.util.LinkedList;
import java.util.List;

/** 3.2: as ArrayList. */
class RaceLinkedList {
  private static final List<Integer> list = new LinkedList<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add(3); // RACE LinkedList
            });
    Thread second =
        new Thread(
            () -> {
              list.get(0); // RACE LinkedList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
