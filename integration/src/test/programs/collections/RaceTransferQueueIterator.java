import java.util.concurrent.LinkedTransferQueue;

/** CQ-3: what comes after the insertion is not ordered before the iterator. */
class RaceTransferQueueIterator {
  static final LinkedTransferQueue<String> QUEUE = new LinkedTransferQueue<>();
  static boolean found;
  static int x;

  static void writer() {
    QUEUE.add("a");
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceTransferQueueIterator::writer);
    t.start();
    while (!found) {
      QUEUE.iterator().forEachRemaining(e -> found = true);
    }
    int seen = x; // RACE x
    t.join();
  }
}
