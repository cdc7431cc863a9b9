import java.util.Date;

/** 3.4: the time inside: reads only, or one for each thread. */
class NoRaceDate {
  private static final Date date = new Date();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              date.getTime();
            });
    Thread second =
        new Thread(
            () -> {
              date.getTime();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
