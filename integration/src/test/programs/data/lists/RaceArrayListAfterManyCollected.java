import java.util.ArrayList;
import java.util.List;

/** 3.2: many lists were used and collected before this one. */
class RaceArrayListAfterManyCollected {
  private static List<Integer> list;

  public static void main(String[] args) throws Exception {
    int sum = 0;
    for (int i = 0; i < 200_000; i++) {
      list = new ArrayList<>(List.of(i));
      sum += list.get(0) & 1;
      if (i % 50_000 == 0) {
        System.gc();
      }
    }
    if (sum != 100_000) {
      throw new AssertionError();
    }
    list = new ArrayList<>(List.of(1));
    Thread first =
        new Thread(
            () -> {
              list.get(0); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              list.add(4); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
