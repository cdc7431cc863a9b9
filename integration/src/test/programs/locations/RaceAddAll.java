import java.util.ArrayList;
import java.util.Collections;

/** Collections.addAll reads the array. */
class RaceAddAll {
  static final String[] TEXTS = {"a", "b"};
  
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              TEXTS[1] = "c"; // RACE String[]
            });
    Thread second =
        new Thread(
            () -> {
              Collections.addAll(new ArrayList<String>(), TEXTS); // RACE String[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
