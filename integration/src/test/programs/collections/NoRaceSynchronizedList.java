import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** SY-6: a synchronized wrapper. */
class NoRaceSynchronizedList {
  static final List<String> LIST = Collections.synchronizedList(new ArrayList<>());
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (LIST.isEmpty()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    LIST.add("a");
    reader.join();
  }
}
