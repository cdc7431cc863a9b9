import java.text.MessageFormat;

/** 3.4: so are the formats of its arguments. */
class RaceMessageFormat {
  private static final MessageFormat format = new MessageFormat("{0}");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(new Object[] {1}); // RACE MessageFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.format(new Object[] {2}); // RACE MessageFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
