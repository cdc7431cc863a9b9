import java.util.ArrayList;
import java.util.List;

/** 3.2: two lists read in turns, one of them changed. */
class RaceArrayListsInTurns {
  private static final List<Integer> list = new ArrayList<>(List.of(1));
  private static final List<Integer> other = new ArrayList<>(List.of(1));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              int sum = 0;
              for (int i = 0; i < 1_000; i++) {
                sum += list.get(0);
                sum += other.get(0); // RACE ArrayList
              }
              if (sum != 2_000) {
                throw new AssertionError();
              }
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
