import java.util.Date;

/** 3.4: two threads that only read. */
class NoRaceDateCompared {
  private static final Date date = new Date(0);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              date.compareTo(new Date(0));
            });
    Thread second =
        new Thread(
            () -> {
              new Date(0).before(date);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
