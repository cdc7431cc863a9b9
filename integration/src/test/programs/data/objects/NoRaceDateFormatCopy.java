import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Date;

/** 3.4: a pattern of which each thread makes its copy. */
class NoRaceDateFormatCopy {
  private static final SimpleDateFormat format = new SimpleDateFormat("yyyy");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              ((DateFormat) format.clone()).format(new Date(0));
            });
    Thread second =
        new Thread(
            () -> {
              ((DateFormat) format.clone()).format(new Date(0));
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
