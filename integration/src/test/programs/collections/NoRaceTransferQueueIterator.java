import java.util.concurrent.LinkedTransferQueue;

/** CQ-3, BQ-4: what an iterator of a transfer queue hands to a consumer comes after its insertion. */
class NoRaceTransferQueueIterator {
  static final LinkedTransferQueue<String> QUEUE = new LinkedTransferQueue<>();
  static boolean found;
  static int x;

  static void writer() {
    x = 1;
    QUEUE.add("a");
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceTransferQueueIterator::writer);
    t.start();
    while (!found) {
      QUEUE.iterator().forEachRemaining(e -> found = true);
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
