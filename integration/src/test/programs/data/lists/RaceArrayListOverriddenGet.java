import java.util.ArrayList;

/** 3.2: a subclass whose get counts, and then does what its parent does. */
class RaceArrayListOverriddenGet {
  private static final Counting list = new Counting();

  private static final class Counting extends ArrayList<Integer> {
    private transient ThreadLocal<Integer> gets = ThreadLocal.withInitial(() -> 0);

    @Override
    public Integer get(int index) {
      gets.set(gets.get() + 1);
      return super.get(index); // RACE Counting
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
              list.add(4); // RACE Counting
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
