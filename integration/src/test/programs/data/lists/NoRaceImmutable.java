import java.util.List;

/** 3.3: the JDK's immutable lists have no state. */
class NoRaceImmutable {
  private static final List<Integer> list = List.of(1, 2, 3);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.get(0);
            });
    Thread second =
        new Thread(
            () -> {
              list.stream().mapToInt(i -> i).sum();
              list.toString();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
