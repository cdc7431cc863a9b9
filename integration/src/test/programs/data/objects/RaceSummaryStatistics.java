import java.util.IntSummaryStatistics;

/** 3.4: one location. */
class RaceSummaryStatistics {
  private static final IntSummaryStatistics statistics = new IntSummaryStatistics();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              statistics.accept(1); // RACE IntSummaryStatistics
            });
    Thread second =
        new Thread(
            () -> {
              statistics.getMax(); // RACE IntSummaryStatistics
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
