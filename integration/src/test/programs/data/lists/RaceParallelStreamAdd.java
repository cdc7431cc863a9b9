import java.util.ArrayList;
import java.util.List;

/** 3.2: a side effect on a shared list in a parallel stream, under a lambda. */
class RaceParallelStreamAdd {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add(4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              java.util.stream.IntStream.range(0, 4).parallel().forEach(i -> list.add(i)); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
