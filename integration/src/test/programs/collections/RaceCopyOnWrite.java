import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** COW-3: two that got one element are not ordered. */
class RaceCopyOnWrite {
  static final List<int[]> LIST = new CopyOnWriteArrayList<>();

  static void work() {
    LIST.get(0)[0]++; // RACE int[]
  }

  public static void main(String[] args) throws Exception {
    LIST.add(new int[1]);
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
