import java.util.LinkedList;
import java.util.List;

/** 3.2: two readers. */
class NoRaceLinkedList {
  private static final List<Integer> list = new LinkedList<>(List.of(1, 2));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.get(1);
            });
    Thread second =
        new Thread(
            () -> {
              list.contains(2);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
