import java.text.NumberFormat;

/** 3.4: a format for each thread. */
class NoRaceCompactNumberFormat {
  private static final NumberFormat format = NumberFormat.getCompactNumberInstance();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              NumberFormat.getCompactNumberInstance().format(1000);
            });
    Thread second =
        new Thread(
            () -> {
              format.format(1000);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
