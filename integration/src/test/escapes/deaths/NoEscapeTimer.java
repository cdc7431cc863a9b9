package deaths;

import java.util.*;
import java.util.concurrent.*;

// D4: the task of the timer catches its exception.
public class NoEscapeTimer {
  public static void main(String[] args) throws Exception {
    CountDownLatch ran = new CountDownLatch(2);
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              Integer.parseInt("x");
            } catch (NumberFormatException e) {
              ran.countDown();
            }
          }
        },
        1,
        1);
    ran.await();
  }
}
