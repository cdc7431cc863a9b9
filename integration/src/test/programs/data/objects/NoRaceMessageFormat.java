import java.text.MessageFormat;

/** 3.4: so are the formats of its arguments: reads only, or one for each thread. */
class NoRaceMessageFormat {
  private static final MessageFormat format = new MessageFormat("{0}");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.toPattern();
            });
    Thread second =
        new Thread(
            () -> {
              MessageFormat.format("{0}", 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
