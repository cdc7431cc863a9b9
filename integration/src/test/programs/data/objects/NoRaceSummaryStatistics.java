import java.util.IntSummaryStatistics;

/** 3.4: one location: reads only, or one for each thread. */
class NoRaceSummaryStatistics {
  private static final IntSummaryStatistics statistics = new IntSummaryStatistics();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              statistics.getMax();
            });
    Thread second =
        new Thread(
            () -> {
              statistics.getCount();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
