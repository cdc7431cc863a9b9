import java.util.ArrayList;
import java.util.List;

/** 3.5: String.join reads its list. */
class RaceArrayListJoined {
  private static final List<String> list = new ArrayList<>(List.of("a"));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add("b"); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              String.join(",", list); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
