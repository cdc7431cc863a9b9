import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** COW-1: add and get of a CopyOnWriteArrayList. */
class NoRaceCopyOnWrite {
  static final List<int[]> LIST = new CopyOnWriteArrayList<>();

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (true) {
                for (int[] cells : LIST) {
                  if (cells[0] != 1) {
                    throw new AssertionError();
                  }
                  return;
                }
              }
            });
    reader.start();
    int[] cells = {0};
    cells[0] = 1;
    LIST.add(cells);
    reader.join();
  }
}
