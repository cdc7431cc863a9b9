import java.text.ChoiceFormat;

/** 3.4: two threads that format. */
class NoRaceChoiceFormat {
  private static final ChoiceFormat format = new ChoiceFormat("0#none|1#some");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(1);
            });
    Thread second =
        new Thread(
            () -> {
              format.format(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
