import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/** TI-1, TI-2: tasks of a timer. */
class NoRaceTimer {
  static int x;
  static final CountDownLatch DONE = new CountDownLatch(2);

  public static void main(String[] args) throws Exception {
    Timer timer = new Timer();
    x = 1;
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            x++;
            DONE.countDown();
          }
        },
        1);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            x++;
            DONE.countDown();
          }
        },
        5);
    DONE.await();
    timer.cancel();
    if (x != 3) {
      throw new AssertionError(x);
    }
  }
}
