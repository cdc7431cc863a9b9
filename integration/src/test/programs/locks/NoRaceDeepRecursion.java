import java.util.concurrent.locks.ReentrantLock;

/** LK-1: recursion until the stack is full, with a lock at each level: many contexts of one lock. */
class NoRaceDeepRecursion {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int visits;

  static void descend(int level) {
    LOCK.lock();
    try {
      visits += level & 1;
    } finally {
      LOCK.unlock();
    }
    descend(level + 1);
  }

  /** Full stacks of many different depths. */
  static void offset(int frames) {
    if (frames > 0) {
      offset(frames - 1);
      return;
    }
    try {
      descend(0);
    } catch (StackOverflowError expected) {
      visits++;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread deep =
        new Thread(
            null,
            () -> {
              for (int frames = 0; frames < 40; frames++) {
                offset(frames);
              }
            },
            "deep",
            400_000);
    deep.start();
    deep.join();
    if (visits == 0) {
      throw new AssertionError();
    }
  }
}
