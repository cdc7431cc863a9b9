import java.util.concurrent.ConcurrentSkipListMap;

/** SY-8: two maps have nothing in common but a source of random numbers. */
class RaceSkipListsOfTheirOwn {
  static int x;
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              new ConcurrentSkipListMap<Integer, Integer>().put(1, 1);
              x = 1; // RACE x
              new ConcurrentSkipListMap<Integer, Integer>().put(1, 1);
            });
    Thread second =
        new Thread(
            () -> {
              new ConcurrentSkipListMap<Integer, Integer>().put(2, 2);
              x = 2; // RACE x
              new ConcurrentSkipListMap<Integer, Integer>().put(2, 2);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
