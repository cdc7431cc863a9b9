package deaths;


// O6: a virtual thread's own handler receives the exception.
// JDK 21+
public class NoEscapeVirtualThreadHandler {
  public static void main(String[] args) throws Exception {
    Thread thread =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((t, e) -> System.out.println("recovered " + e))
            .start(() -> Integer.parseInt("x"));
    thread.join();
  }
}
