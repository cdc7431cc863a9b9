package deaths;

import java.util.concurrent.*;

// D1: an exception ends a thread that has no task but itself.
public class EscapeThreadSubclass {
  public static void main(String[] args) throws Exception {
    Thread thread =
        new Thread() {
          @Override
          public void run() {
            throw new IllegalStateException("lost");
          }
        };
    thread.start(); // ESCAPE thread-death IllegalStateException
    thread.join();
  }
}
