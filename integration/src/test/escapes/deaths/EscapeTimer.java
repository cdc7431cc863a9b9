package deaths;

import java.util.*;
import java.util.concurrent.*;

// D4: an exception ends a timer.
public class EscapeTimer {
  public static void main(String[] args) throws Exception {
    Thread[] thread = new Thread[1];
    CountDownLatch ran = new CountDownLatch(1);
    Timer timer = new Timer();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            thread[0] = Thread.currentThread();
            ran.countDown();
            throw new IllegalStateException("lost"); // ESCAPE timer-death IllegalStateException
          }
        },
        1);
    ran.await();
    thread[0].join();
  }
}
