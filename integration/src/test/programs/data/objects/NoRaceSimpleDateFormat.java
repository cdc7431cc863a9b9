import java.text.SimpleDateFormat;
import java.util.Date;

/** 3.4: the calendar inside is shared: reads only, or one for each thread. */
class NoRaceSimpleDateFormat {
  private static final SimpleDateFormat format = new SimpleDateFormat("yyyy");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              new SimpleDateFormat("yyyy").format(new Date());
            });
    Thread second =
        new Thread(
            () -> {
              format.toPattern();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
