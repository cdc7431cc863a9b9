import java.util.Date;

/** 3.4: a comparison reads both dates. */
class RaceDateCompared {
  private static final Date date = new Date(0);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              date.setTime(1); // RACE Date
            });
    Thread second =
        new Thread(
            () -> {
              new Date(0).before(date); // RACE Date
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
