import java.lang.ref.Cleaner;

/** F: that cleaners number their threads orders nobody. */
class RaceCleanersCreated {
  private static int shared;

  public static void main(String[] args) throws Exception {
    Cleaner.create();
    Thread first =
        new Thread(
            () -> {
              shared = 1; // RACE shared
              Cleaner.create();
            });
    Thread second =
        new Thread(
            () -> {
              Cleaner.create();
              shared = 2; // RACE shared
            });
    first.start();
    Thread.sleep(200); // no order, but the one that could hide the race
    second.start();
    first.join();
    second.join();
  }
}
