package deaths;


// D2: an exception ends a virtual thread.
// JDK 21+
public class EscapeVirtualThread {
  public static void main(String[] args) throws Exception {
    Thread thread = Thread.ofVirtual().unstarted(() -> Integer.parseInt("x")); // ESCAPE virtual-thread-death NumberFormatException
    thread.start();
    thread.join();
  }
}
