import java.util.ArrayList;
import java.util.Collections;

/** Collections.addAll leaves the array as it is. */
class NoRaceAddAll {
  static final String[] TEXTS = {"a", "b"};
  
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Collections.addAll(new ArrayList<String>(), TEXTS);
            });
    Thread second =
        new Thread(
            () -> {
              Collections.addAll(new ArrayList<String>(), TEXTS);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
