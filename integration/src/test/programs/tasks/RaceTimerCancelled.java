import java.util.Timer;
import java.util.TimerTask;

/** TI-3: to cancel a timer does not wait for the task that runs. */
class RaceTimerCancelled {
  static int x;
  static volatile boolean started;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Timer timer = new Timer();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            started = true;
            x = 1; // RACE x
            while (!go) {
              Thread.onSpinWait();
            }
          }
        },
        0);
    while (!started) {
      Thread.onSpinWait();
    }
    timer.cancel();
    int seen = x; // RACE x
    go = true;
  }
}
