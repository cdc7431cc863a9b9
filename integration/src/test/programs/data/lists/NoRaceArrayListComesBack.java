import java.util.ArrayList;
import java.util.List;

/** 3.2: a list goes to another thread and comes back. */
class NoRaceArrayListComesBack {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static volatile boolean released;
  private static volatile boolean back;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.set(0, 4);
              list.add(5);
              released = true;
              while (!back) {
                Thread.onSpinWait();
              }
              list.set(0, 6);
              list.get(0);
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              list.get(0);
              list.set(0, 7);
              list.add(8);
              back = true;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
