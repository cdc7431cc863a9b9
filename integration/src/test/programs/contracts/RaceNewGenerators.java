import java.util.Random;

/** SY-7: new generators take their seeds from one counter, which orders nothing. */
class RaceNewGenerators {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              new Random();
            });
    Thread second =
        new Thread(
            () -> {
              new Random();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
