package futures;

import java.util.concurrent.*;

// F1: a FutureTask that a thread runs.
public class EscapeFutureInThread {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(new FutureTask<>(() -> Integer.parseInt("x"))); // ESCAPE future-unobserved NumberFormatException
    thread.start();
    thread.join();
  }
}
