import java.text.DecimalFormat;

/** 3.4: a getter reads what a setter writes. */
class RaceDecimalFormatSetting {
  private static final DecimalFormat format = new DecimalFormat("0");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.setMaximumFractionDigits(2); // RACE DecimalFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.getMaximumFractionDigits(); // RACE DecimalFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
