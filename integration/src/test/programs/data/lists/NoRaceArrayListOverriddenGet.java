import java.util.ArrayList;

/** 3.2: a subclass whose get reads nothing of the list. */
class NoRaceArrayListOverriddenGet {
  private static final Constant list = new Constant();

  private static final class Constant extends ArrayList<Integer> {
    @Override
    public Integer get(int index) {
      return 1;
    }
  }

  public static void main(String[] args) throws Exception {
    list.add(1);
    list.get(0);
    list.get(0);
    Thread first =
        new Thread(
            () -> {
              list.get(0);
            });
    Thread second =
        new Thread(
            () -> {
              list.add(4);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
