/** 3.4: one location. */
class RaceStringBuilder {
  private static final StringBuilder text = new StringBuilder("ab");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              text.append("c"); // RACE StringBuilder
            });
    Thread second =
        new Thread(
            () -> {
              text.length(); // RACE StringBuilder
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
