package deaths;

import java.util.concurrent.*;

// O6: the handler of the thread receives the exception.
public class NoEscapeThreadHandler {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(() -> Integer.parseInt("x"));
    thread.setUncaughtExceptionHandler((t, e) -> System.out.println("recovered " + e));
    thread.start();
    thread.join();
  }
}
