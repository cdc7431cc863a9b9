import java.util.ArrayList;
import java.util.List;

/** 3.2: the same, with the element replaced by whoever waited for the reader. */
class NoRaceArrayListGetBehindSize {
  static final List<String> LIST = new ArrayList<>(List.of("a", "b"));

  static void nap() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              if (LIST.size() + LIST.size() > 0) {
                String first = LIST.get(0);
              }
            });
    reader.start();
    reader.join();
    nap();
    LIST.set(0, "c");
  }
}
