import java.util.Calendar;

/** 3.4: set and computed fields. */
class RaceCalendar {
  private static final Calendar calendar = Calendar.getInstance();

  public static void main(String[] args) throws Exception {
    calendar.get(Calendar.DATE);
    Thread first =
        new Thread(
            () -> {
              calendar.set(Calendar.YEAR, 2000); // RACE GregorianCalendar
            });
    Thread second =
        new Thread(
            () -> {
              calendar.getTimeInMillis(); // RACE GregorianCalendar
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
