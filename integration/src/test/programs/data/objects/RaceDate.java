import java.util.Date;

/** 3.4: the time inside. */
class RaceDate {
  private static final Date date = new Date();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              date.setTime(1); // RACE Date
            });
    Thread second =
        new Thread(
            () -> {
              date.getTime(); // RACE Date
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
