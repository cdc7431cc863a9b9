import java.text.BreakIterator;

/** 3.4: a break iterator keeps where it is. */
class RaceBreakIterator {
  private static final BreakIterator words = BreakIterator.getWordInstance();

  public static void main(String[] args) throws Exception {
    words.setText("one two");
    Thread first =
        new Thread(
            () -> {
              words.next(); // RACE RuleBasedBreakIterator
            });
    Thread second =
        new Thread(
            () -> {
              words.next(); // RACE RuleBasedBreakIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
