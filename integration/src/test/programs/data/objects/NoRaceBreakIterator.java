import java.text.BreakIterator;

/** 3.4: a clone for each thread. */
class NoRaceBreakIterator {
  private static final BreakIterator words = BreakIterator.getWordInstance();

  public static void main(String[] args) throws Exception {
    words.setText("one two");
    Thread first =
        new Thread(
            () -> {
              ((BreakIterator) words.clone()).next();
            });
    Thread second =
        new Thread(
            () -> {
              ((BreakIterator) words.clone()).next();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
