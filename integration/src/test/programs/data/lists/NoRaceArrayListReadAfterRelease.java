import java.util.ArrayList;
import java.util.List;

/** 3.2: reads before a release, however many. */
class NoRaceArrayListReadAfterRelease {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.get(0);
              list.get(1);
              list.get(1);
              released = true;
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              list.add(4);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
