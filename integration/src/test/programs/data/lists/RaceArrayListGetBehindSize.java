import java.util.ArrayList;
import java.util.List;

/** 3.2: the size was read twice before the element; the element's read counts all the same. */
class RaceArrayListGetBehindSize {
  static final List<String> LIST = new ArrayList<>(List.of("a", "b"));

  static void nap() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              nap();
              LIST.set(0, "c"); // RACE ArrayList
            });
    writer.start();
    if (LIST.size() + LIST.size() > 0) {
      String first = LIST.get(0); // RACE ArrayList
    }
    writer.join();
  }
}
