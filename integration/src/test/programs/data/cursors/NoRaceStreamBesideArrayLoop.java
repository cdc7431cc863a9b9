import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 3.3: a stream reads its list, whatever else the class does. */
class NoRaceStreamBesideArrayLoop {
  static final List<Integer> LIST = new ArrayList<>();
  static final int[] SQUARES = new int[20];

  static void fill() {
    int[] squares = SQUARES;
    for (int i = 0; i < squares.length; i++) {
      squares[i] = i * i;
    }
  }

  public static void main(String[] args) throws Exception {
    fill();
    Thread first =
        new Thread(
            () -> {
              synchronized (SQUARES) {
                LIST.add(1);
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (SQUARES) {
                LIST.stream().map(x -> x + 1).collect(Collectors.toList());
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
