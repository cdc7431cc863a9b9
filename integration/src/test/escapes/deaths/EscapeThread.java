package deaths;

import java.util.concurrent.*;

// D1: an exception ends a thread, no handler is set.
public class EscapeThread {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(() -> Integer.parseInt("x")); // ESCAPE thread-death NumberFormatException
    thread.start();
    thread.join();
  }
}
