import java.util.Calendar;

/** 3.4: set and computed fields: reads only, or one for each thread. */
class NoRaceCalendar {
  private static final Calendar calendar = Calendar.getInstance();

  public static void main(String[] args) throws Exception {
    calendar.get(Calendar.DATE);
    Thread first =
        new Thread(
            () -> {
              calendar.get(Calendar.YEAR);
            });
    Thread second =
        new Thread(
            () -> {
              calendar.get(Calendar.MONTH);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
