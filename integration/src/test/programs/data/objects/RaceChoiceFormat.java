import java.text.ChoiceFormat;

/** 3.4: changing a choice while another formats. */
class RaceChoiceFormat {
  private static final ChoiceFormat format = new ChoiceFormat("0#none|1#some");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              format.format(1); // RACE ChoiceFormat
            });
    Thread second =
        new Thread(
            () -> {
              format.applyPattern("0#zero"); // RACE ChoiceFormat
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
