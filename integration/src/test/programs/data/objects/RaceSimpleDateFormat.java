import java.text.SimpleDateFormat;
import java.util.Date;

/** 3.4: the calendar inside is shared. */
class RaceSimpleDateFormat {
  private static final SimpleDateFormat format = new SimpleDateFormat("yyyy");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(new Date()); // RACE SimpleDateFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.format(new Date()); // RACE SimpleDateFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
