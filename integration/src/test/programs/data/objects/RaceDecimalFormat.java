import java.text.DecimalFormat;

/** 3.4: the digits inside are shared. */
class RaceDecimalFormat {
  private static final DecimalFormat format = new DecimalFormat("0.00");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(1.5); // RACE DecimalFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.format(2.5); // RACE DecimalFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
