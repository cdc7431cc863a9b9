import java.util.ArrayList;
import java.util.List;

/** 3.2: set of one element, get of another. */
class NoRaceArrayListOtherElement {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.set(0, 4);
            });
    Thread second =
        new Thread(
            () -> {
              list.get(1);
              list.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
