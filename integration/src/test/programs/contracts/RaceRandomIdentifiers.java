import java.util.UUID;

/** SY-8: random identifiers order nothing. */
class RaceRandomIdentifiers {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              UUID.randomUUID();
            });
    Thread second =
        new Thread(
            () -> {
              UUID.randomUUID();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
