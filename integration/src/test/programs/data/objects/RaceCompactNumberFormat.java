import java.text.NumberFormat;

/** 3.4: digits are kept in the format. */
class RaceCompactNumberFormat {
  private static final NumberFormat format = NumberFormat.getCompactNumberInstance();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(1000); // RACE CompactNumberFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.format(1000); // RACE CompactNumberFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
