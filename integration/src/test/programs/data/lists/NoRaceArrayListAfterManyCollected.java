import java.util.ArrayList;
import java.util.List;

/** 3.2: lists that were used and collected are not taken for later ones. */
class NoRaceArrayListAfterManyCollected {
  private static final ThreadLocal<List<Integer>> lists = new ThreadLocal<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                lists.set(new ArrayList<>(List.of(i)));
                lists.get().add(1);
                lists.get().set(0, 2);
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                lists.set(new ArrayList<>(List.of(i)));
                lists.get().add(1);
                lists.get().set(0, 2);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
