import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.locks.ReentrantLock;

/** BQ-4, CQ-1: a queue's toString meets its elements, and locks that they take count. */
class NoRaceQueueToString {
  static class Item {
    final ReentrantLock lock = new ReentrantLock();
    int value;
    int shown;

    @Override
    public String toString() {
      lock.lock();
      try {
        shown++;
        return "" + value;
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    for (Queue<Item> queue :
        List.<Queue<Item>>of(
            new LinkedBlockingQueue<>(),
            new ConcurrentLinkedQueue<>(),
            new ConcurrentLinkedDeque<>(),
            new LinkedTransferQueue<>())) {
      Thread other = new Thread(() -> show(queue));
      other.start();
      Item item = new Item();
      item.value = 1;
      queue.add(item);
      show(queue);
      other.join();
    }
  }

  private static void show(Queue<Item> queue) {
    while (!queue.toString().equals("[1]")) {
      Thread.onSpinWait();
    }
  }
}
