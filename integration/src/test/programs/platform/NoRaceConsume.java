import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;

/** FL-5: a consumer sees what was submitted, one item after the other, and ends before its future. */
class NoRaceConsume {
  static int before;
  static int total;

  public static void main(String[] args) throws Exception {
    SubmissionPublisher<int[]> publisher = new SubmissionPublisher<>();
    before = 1;
    CompletableFuture<Void> end = publisher.consume(item -> total += item[0]++ + before);
    for (int i = 0; i < 20; i++) {
      int[] item = new int[1];
      item[0] = i;
      publisher.submit(item);
    }
    publisher.close();
    end.join();
    total++;
    before++;
  }
}
