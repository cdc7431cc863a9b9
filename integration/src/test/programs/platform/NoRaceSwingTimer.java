import java.util.concurrent.CountDownLatch;
import javax.swing.Timer;

/** SW-6: starting a timer is ordered before the calls of its listeners. */
class NoRaceSwingTimer {
  static final CountDownLatch DONE = new CountDownLatch(2);
  static int x;

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Timer[] timer = new Timer[1];
    timer[0] =
        new Timer(
            1,
            event -> {
              x++;
              DONE.countDown();
              if (DONE.getCount() == 0) {
                timer[0].stop();
              }
            });
    x = 1;
    timer[0].start();
    DONE.await();
  }
}
