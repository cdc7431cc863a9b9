/** 3.4: one location: reads only, or one for each thread. */
class NoRaceStringBuilder {
  private static final StringBuilder text = new StringBuilder("ab");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              text.charAt(0);
            });
    Thread second =
        new Thread(
            () -> {
              text.toString();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
