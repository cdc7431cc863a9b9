import java.util.ArrayList;
import java.util.List;

/** 3.5: a copy reads the list that it is given. */
class RaceArrayListCopied {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.remove(0); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              new ArrayList<>(list); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
