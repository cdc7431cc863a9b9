import java.util.concurrent.FutureTask;

/** FT-1: a FutureTask on a thread of one's own. */
class NoRaceFutureTask {
  static int x;

  public static void main(String[] args) throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> ++x);
    x = 1;
    new Thread(task).start();
    if (task.get() != 2 || x != 2) {
      throw new AssertionError();
    }
  }
}
