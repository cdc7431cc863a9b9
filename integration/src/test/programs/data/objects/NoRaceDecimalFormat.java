import java.text.DecimalFormat;

/** 3.4: the digits inside are shared: reads only, or one for each thread. */
class NoRaceDecimalFormat {
  private static final DecimalFormat format = new DecimalFormat("0.00");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              new DecimalFormat("0").format(2);
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
