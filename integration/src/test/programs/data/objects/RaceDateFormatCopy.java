import java.text.SimpleDateFormat;
import java.util.Date;

/** 3.4: a copy reads what formatting writes. */
class RaceDateFormatCopy {
  private static final SimpleDateFormat format = new SimpleDateFormat("yyyy");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(new Date(0)); // RACE SimpleDateFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.clone(); // RACE SimpleDateFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
