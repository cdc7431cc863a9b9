import java.util.ArrayList;
import java.util.List;

/** 3.2: what finds nothing to remove reads. */
class NoRaceArrayListFailedRemove {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.remove(Integer.valueOf(77));
              list.removeIf(i -> i > 100);
            });
    Thread second =
        new Thread(
            () -> {
              list.contains(2);
              list.indexOf(3);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
